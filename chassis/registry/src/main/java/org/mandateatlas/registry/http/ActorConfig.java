package org.mandateatlas.registry.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Configuration of the public names of writers. */
@ConfigMapping(prefix = "atlas.actor")
interface ActorConfig {

    /** Returns the claim of the token that names the writer; a pseudonym if absent. */
    Optional<String> claim();

    /** Returns the secret key of the pseudonyms; at least 32 characters. */
    String key();
}
