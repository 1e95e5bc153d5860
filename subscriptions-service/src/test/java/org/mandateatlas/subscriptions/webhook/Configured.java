package org.mandateatlas.subscriptions.webhook;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The configuration of webhooks as it is when only some of it is said. */
final class Configured {

    private Configured() {}

    static WebhooksConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(WebhooksConfig.class)
                .withDefaultValue("atlas.webhooks.secret-keys", "test:" + "0f".repeat(32))
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(WebhooksConfig.class);
    }
}
