import { DocumentPage, describeDocument } from "../document-page";

export const generateMetadata = () => describeDocument("accessibility");

export default function AccessibilityPage() {
  return <DocumentPage slug="accessibility" />;
}
