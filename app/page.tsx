export default function Page() {
  return <p>Articles</p>;
}
