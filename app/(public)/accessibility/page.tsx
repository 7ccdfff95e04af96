import { DocumentPage } from "../document-page";

export default function AccessibilityPage() {
  return <DocumentPage slug="accessibility" />;
}
