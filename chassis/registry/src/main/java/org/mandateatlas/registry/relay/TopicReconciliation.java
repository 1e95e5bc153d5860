package org.mandateatlas.registry.relay;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;

/**
 * Compares the topics with the log when the relay opens them: publication continues after the last event of each topic, so
 * that events that the broker has lost are published again. A topic with events that the log does not have is not touched.
 */
@Singleton
class TopicReconciliation {

    private final RelayConfig config;
    private final TopicState state;

    TopicReconciliation(RelayConfig config, TopicState state) {
        this.config = config;
        this.state = state;
    }

    void reconcile(TopicAdministration topics, OutboxRepository.Publication publication) {
        for (var published : publication.published().entrySet()) {
            var stream = published.getKey();
            reconcile(
                    stream,
                    published.getValue(),
                    topics.content(stream, published.getValue(), publication::renew),
                    publication);
        }
        publication.commit();
    }

    private void reconcile(
            String stream,
            PublishedRevision published,
            TopicContent content,
            OutboxRepository.Publication publication) {
        if (!publication.isLogOf(stream, content)) {
            report(stream, content);
            return;
        }
        var missing = published.sequence() - content.sequence();
        if (missing > 0) {
            state.addLost(missing);
            Log.errorf(
                    "Topic %s lacks published events after %d: the log was published up to %d.%s",
                    MandateAtlasEvent.topic(stream),
                    content.sequence(),
                    published.sequence(),
                    config.republishLost() ? " They are published again." : "");
        }
        if (missing > 0 && !config.republishLost()) {
            state.setGap(stream, content.sequence());
        } else {
            state.setComplete(stream);
            publication.advance(stream, new PublishedRevision(content.sequence(), content.offset()));
        }
    }

    private void report(String stream, TopicContent content) {
        var topic = MandateAtlasEvent.topic(stream);
        var conflict = "Topic " + topic + " has events up to " + content.highest()
                + " that are not those of the log, as after the database was restored from a backup. Nothing is published to"
                + " it. Delete the topic, and it is created again from the log.";
        if (!conflict.equals(state.conflicts().get(stream))) {
            Log.error(conflict);
        }
        state.setConflict(stream, conflict);
    }
}
