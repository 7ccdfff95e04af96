import { DocumentPage } from "../document-page";

export default function TermsPage() {
  return <DocumentPage slug="terms" />;
}
