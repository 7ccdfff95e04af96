import { DocumentPage, describeDocument } from "../document-page";

export const generateMetadata = () => describeDocument("terms");

export default function TermsPage() {
  return <DocumentPage slug="terms" />;
}
