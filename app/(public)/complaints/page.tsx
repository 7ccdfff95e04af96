import { DocumentPage } from "../document-page";

export default function ComplaintsPage() {
  return <DocumentPage slug="complaints" />;
}
