package org.threefold.needs.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master keys are.
 *
 * @param keys the file that holds them, see {@link KeyFile}; there is no default
 * @param makeKeys whether to make the file if it is not there; for a machine of one's own only, for
 *     whoever loses the file has lost who every resident is
 */
@ConfigurationProperties("needs.vault")
record VaultSettings(@Nullable Path keys, @DefaultValue("false") boolean makeKeys) {}
