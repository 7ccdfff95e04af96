/**
 * What is tried first, in small letters; digits and marks at the end are left off before looking here. Those too short to
 * be taken anyway count with such an ending ("password" stands for "Password2026!").
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password passwort passw0rd p@ssword p@ssw0rd passwordpassword mypassword thepassword newpassword yourpassword
  nopassword password1password changeme changemenow letmein letmeinnow letmeinplease welcome welcomeback welcomehome
  qwerty qwertyuiop qwertyuiopasdf qwerty123qwerty qwertzuiop azertyuiop asdfghjkl asdfghjklqwerty zxcvbnm zxcvbnmasdf
  qazwsxedc qazwsxedcrfv 1qaz2wsx3edc 1qaz2wsx 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsxcde3
  1234567890 12345678910 0123456789 0987654321 9876543210 123456123456 1234512345 123123123123 1122334455 123321123321
  1234567890123 1234567891 112233445566 102030405060 147258369 147258369147 987654321987 5555555555 31415926535
  abcdefghij abcdefghijkl abcdefghijklmnop abcd1234abcd abc123abc123 a1b2c3d4e5 aa12345678 iloveyou iloveyouforever
  iloveyoubaby iloveyousomuch ilovemyself iloveme ilovemum ilovemydog princess sunshine football liverpool
  liverpoolfc manchesterunited manunited chelseafc arsenalfc tottenham celticfc rangersfc england scotland wales
  monkey dragon superman batman starwars pokemon michael jessica charlotte charlie daniel thomas ashley
  trustno1 trustnoone administrator admin adminadmin root rootroot master mastermind secret secretsecret topsecret
  internet computer samsung google facebook whatsapp microsoft windows summer winter autumn spring
  january february september october november december monday friday testing testtest testtesttest test1234test
  default defaultpassword temporary temppassword guestguest user useruser login loginlogin access accessgranted
  correcthorsebatterystaple correct-horse-battery-staple blackpool birmingham newcastle mentor mentee mentoring
  mentormentor connect connectconnect membership member physiotherapy`.split(/\s+/),
);
