package org.threefold.bench.dualwrite;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A need as it is kept. */
@Document("needs")
record Need(@Id String id, long version, String words) {}
