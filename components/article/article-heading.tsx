import Link from 'next/link';
import styles from './article-heading.module.css';

interface ArticleHeadingProps {
  readonly articleId: string;
  readonly headline: string;
}

/** The heading of a page about one article: the way back to it, and its headline. */
export function ArticleHeading({ articleId, headline }: ArticleHeadingProps) {
  return (
    <>
      <Link prefetch={false} href={`/articles/${articleId}`} className={styles.back}>
        Back to the article
      </Link>
      <h1 className={styles.title} dir="auto">
        {headline}
      </h1>
    </>
  );
}
