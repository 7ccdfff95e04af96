import { DocumentPage, describeDocument } from "../document-page";

export const generateMetadata = () => describeDocument("privacy");

export default function PrivacyPage() {
  return <DocumentPage slug="privacy" />;
}
