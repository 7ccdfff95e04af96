import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const [PRESENT, VERIFIED, WITH_CREDENTIAL] = [0x01, 0x04, 0x40];

/** A device that keeps one passkey, and answers as a browser would pass it on. */
export class TestPasskey {
  readonly id = randomBytes(16);
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  counter = 0;
  /** Those that several devices share do not count, and always say 0. */
  isCounting = true;

  constructor(readonly origin: string) {}

  make({ challenge }: PublicKeyCredentialCreationOptionsJSON): string {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, "base64url"))],
      [-3, new Uint8Array(Buffer.from(y, "base64url"))],
    ]);
    const length = Buffer.from([this.id.length >> 8, this.id.length & 0xff]);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, isoCBOR.encode(key)]);
    const authData = new Uint8Array(Buffer.concat([this.#facts(PRESENT | VERIFIED | WITH_CREDENTIAL), credential]));
    const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
      ["fmt", "none"],
      ["attStmt", new Map<string, string>()],
      ["authData", authData],
    ]);
    const attestationObject = Buffer.from(isoCBOR.encode(attestation as never)).toString("base64url");
    const clientDataJSON = this.#client("webauthn.create", challenge).toString("base64url");
    return this.#answer({ clientDataJSON, attestationObject, transports: ["internal"] });
  }

  sign({ challenge }: Pick<PublicKeyCredentialRequestOptionsJSON, "challenge">): string {
    if (this.isCounting) this.counter += 1;
    const [authData, client] = [this.#facts(PRESENT | VERIFIED), this.#client("webauthn.get", challenge)];
    const signed = Buffer.concat([authData, createHash("sha256").update(client).digest()]);
    const signature = sign("sha256", signed, this.#keys.privateKey).toString("base64url");
    return this.#answer({
      clientDataJSON: client.toString("base64url"),
      authenticatorData: authData.toString("base64url"),
      signature,
    });
  }

  #facts(flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const rpId = createHash("sha256").update(new URL(this.origin).hostname).digest();
    return Buffer.concat([rpId, Buffer.from([flags]), counter]);
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  #answer(response: object): string {
    const id = this.id.toString("base64url");
    return JSON.stringify({ id, rawId: id, type: "public-key", clientExtensionResults: {}, response });
  }
}
