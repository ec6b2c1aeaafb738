package org.threefold.bench.dualwrite;

import org.springframework.data.mongodb.repository.MongoRepository;

/** All needs. */
interface NeedRepository extends MongoRepository<Need, String> {}
