import { DocumentPage, describeDocument } from "../document-page";

export const generateMetadata = () => describeDocument("complaints");

export default function ComplaintsPage() {
  return <DocumentPage slug="complaints" />;
}
