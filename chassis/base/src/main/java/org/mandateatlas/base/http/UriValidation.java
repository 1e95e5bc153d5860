package org.mandateatlas.base.http;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Disables the validation of request targets by the server, which rejects them without a response body. {@link RequestTargetHandler}
 * replaces it. The server reads the property once, when its classes are loaded, which is after the configuration has been built.
 */
public class UriValidation implements SmallRyeConfigBuilderCustomizer {

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
