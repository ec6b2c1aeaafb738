package org.threefold.messaging;

import org.bson.Document;

/** How an entry stands in a document. */
interface Layout<S> {

  Document write(Entry<S> entry);

  Entry<S> read(Document document);
}
