import { Body, Container, Head, Heading, Html, Img, Preview, Section, Text } from "@react-email/components";
import { oneLine } from "@/lib/foundation/typed-text";
import type { Facts, Letter } from "@/lib/notify/notices/letter";
import { logoAddress, logoSize } from "@/lib/society/settings/logo";
import { LIGHT, SANS, SERIF, styleSheet } from "./look";
import { Paragraph, TextLink } from "./parts";

interface LayoutProps {
  letter: Letter;
  facts: Facts;
  appUrl: string;
}

/** What every mail has around its letter: whose it is, a greeting, whom to ask, why it came. No picture but the society's logo, from us. */
export function Layout({ letter, facts, appUrl }: LayoutProps) {
  const { society, support } = facts.settings;
  return (
    <Html lang="en-GB">
      <Head>
        <title>{letter.subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{styleSheet(society)}</style>
      </Head>
      <Body className="paper" style={{ fontFamily: SANS, margin: 0, wordBreak: "break-word" }}>
        <Preview>{letter.preview}</Preview>
        <Section className="paper frame" style={{ backgroundColor: LIGHT.paper, padding: "24px 8px" }}>
          <Container style={{ maxWidth: 600 }}>
            <Section
              className="sheet"
              style={{ backgroundColor: LIGHT.sheet, border: `1px solid ${LIGHT.rule}`, borderRadius: 8, padding: "28px 32px" }}
            >
              {society.logo && (
                <Img
                  src={`${appUrl}${logoAddress(society.logo)}`}
                  alt=""
                  {...logoSize(society.logo)}
                  style={{ marginBottom: 12 }}
                />
              )}
              <Text
                className="ink"
                style={{ color: LIGHT.ink, fontFamily: SERIF, fontSize: 20, lineHeight: "1.2", margin: "0 0 4px" }}
              >
                {facts.product}
              </Text>
              <Text className="soft" style={{ color: LIGHT.soft, fontSize: 14, lineHeight: "1.4", margin: "0 0 24px" }}>
                {facts.society}
              </Text>
              <Heading
                as="h1"
                className="ink"
                style={{
                  color: LIGHT.ink,
                  fontFamily: SERIF,
                  fontSize: 27,
                  fontWeight: 500,
                  lineHeight: "1.2",
                  margin: "0 0 20px",
                }}
              >
                {letter.heading ?? letter.subject}
              </Heading>
              {!letter.greetsItself && (
                <Paragraph>{facts.recipient.name ? `Hello ${facts.recipient.name},` : "Hello,"}</Paragraph>
              )}
              {letter.body}
            </Section>
            <Section style={{ padding: "16px 18px" }}>
              {facts.proposal?.programme && (
                <Small>{`This is about the programme ${oneLine(facts.proposal.programme)}.`}</Small>
              )}
              <Small>
                You get this mail because {letter.because}.
                {!letter.isToOutsider && (
                  <>
                    {" "}
                    <TextLink to={facts.home}>{`Open ${facts.product}`}</TextLink>
                  </>
                )}
              </Small>
              {!letter.isToOutsider && (
                <Small>
                  {facts.unsubscribe && (
                    <>
                      <TextLink to={facts.toPage(`/unsubscribe/${facts.unsubscribe}`)}>
                        {facts.kind === "digest" ? "Stop the daily digest" : "Stop mails of this kind"}
                      </TextLink>
                      {" · "}
                    </>
                  )}
                  <TextLink to={facts.toPage("/account#mails")}>Choose what is mailed to you</TextLink>
                </Small>
              )}
              {support.email && (
                <Small>
                  Need help? Write to <TextLink to={facts.toAddress(support.email)}>{support.email}</TextLink>
                  {support.phone ? ` or call ${support.phone}` : ""}.
                </Small>
              )}
              {!support.email && support.phone && <Small>Need help? Call {support.phone}.</Small>}
              {support.postalAddress && (
                <Small>
                  {facts.society}, {support.postalAddress.split("\n").join(", ")}
                </Small>
              )}
            </Section>
          </Container>
        </Section>
      </Body>
    </Html>
  );
}

function Small({ children }: { children: React.ReactNode }) {
  return (
    <Text className="soft" style={{ color: LIGHT.soft, fontSize: 14, lineHeight: "1.5", margin: "0 0 8px" }}>
      {children}
    </Text>
  );
}
