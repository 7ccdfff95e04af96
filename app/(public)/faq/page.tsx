import { DocumentPage, describeDocument } from "../document-page";

export const generateMetadata = () => describeDocument("faq");

export default function FaqPage() {
  return <DocumentPage slug="faq" />;
}
