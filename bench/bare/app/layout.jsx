/** Without types: the framework would fetch TypeScript for them, and whatever else it misses then. */
export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
