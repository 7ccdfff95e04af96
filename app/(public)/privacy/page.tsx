import { DocumentPage } from "../document-page";

export default function PrivacyPage() {
  return <DocumentPage slug="privacy" />;
}
