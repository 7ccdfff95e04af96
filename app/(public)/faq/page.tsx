import { DocumentPage } from "../document-page";

export default function FaqPage() {
  return <DocumentPage slug="faq" />;
}
