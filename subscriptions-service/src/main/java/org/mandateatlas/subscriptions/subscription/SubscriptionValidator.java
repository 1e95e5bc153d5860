package org.mandateatlas.subscriptions.subscription;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.Characters;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.feed.FeedStreams;
import org.mandateatlas.subscriptions.webhook.Destinations;
import org.mandateatlas.subscriptions.webhook.Secret;
import org.mandateatlas.subscriptions.webhook.WebhooksConfig;

/** Validates the settings of a subscription: their form first (400), then whether they can be honoured (422). */
@Singleton
class SubscriptionValidator {

    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_ITEM = 200;
    private static final int LONGEST_POSITION = 2000;
    private static final int MOST_ITEMS = 100;
    private static final int MOST_STARS = 3;
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9.*_-]+");

    private final FeedStreams streams;
    private final Feed feed;
    private final Destinations destinations;
    private final WebhooksConfig config;

    SubscriptionValidator(FeedStreams streams, Feed feed, Destinations destinations, WebhooksConfig config) {
        this.streams = streams;
        this.feed = feed;
        this.destinations = destinations;
        this.config = config;
    }

    /**
     * Returns the valid form of settings. Resolves the host of the URL.
     *
     * @throws ProblemException (400 or 422) with every violation
     */
    SubscriptionChange validate(SubscriptionSettings settings) {
        var form = new Violations();
        var url = required("/url", settings.url(), LONGEST_URL, form);
        checkText("/description", settings.description(), LONGEST_TEXT, form);
        var filter = Objects.requireNonNullElse(settings.filter(), SubscriptionFilter.ALL);
        checkItems("types", filter.types(), form);
        checkItems("streams", filter.streams(), form);
        checkItems("institutions", filter.institutions(), form);
        checkItems("functions", filter.functions(), form);
        checkItems("subjects", filter.subjects(), form);
        if (settings.state() == null) {
            form.add("/state", "is required");
        }
        var after = position(settings.after(), form);
        reject(ProblemType.INVALID_DOCUMENT, form);

        var rules = new Violations();
        if (!destinations.accepts(url)) {
            rules.add("/url", destinations.rule());
        }
        checkRules(filter, rules);
        checkRules(after, rules);
        reject(ProblemType.RULE_VIOLATED, rules);
        return new SubscriptionChange(
                url, settings.description(), filter, Objects.requireNonNull(settings.state()), after);
    }

    /**
     * Returns the given secret, or a generated one.
     *
     * @throws ProblemException (422) if it is not a secret
     */
    static Secret secret(@Nullable String text) {
        if (text == null) {
            return Secret.generate();
        }
        try {
            return Secret.parse(text);
        } catch (IllegalArgumentException e) {
            var violations = new Violations();
            violations.add("/secret", Objects.requireNonNullElse(e.getMessage(), "is not a secret"));
            reject(ProblemType.RULE_VIOLATED, violations);
            throw e;
        }
    }

    private static String required(String pointer, @Nullable String text, int longest, Violations form) {
        if (text == null) {
            form.add(pointer, "is required");
            return "";
        }
        checkText(pointer, text, longest, form);
        return text;
    }

    private static void checkText(String pointer, @Nullable String text, int longest, Violations form) {
        if (text == null) {
            return;
        }
        if (text.length() > longest) {
            form.add(pointer, "is longer than " + longest + " characters");
        } else if (!Characters.areText(text)) {
            form.add(pointer, "contains a control character, an unpaired surrogate or a noncharacter");
        }
    }

    private static void checkItems(String field, List<String> items, Violations form) {
        if (items.size() > MOST_ITEMS) {
            form.add("/filter/" + field, "has more than " + MOST_ITEMS + " items");
            return;
        }
        for (var i = 0; i < items.size(); i++) {
            checkText("/filter/" + field + '/' + i, items.get(i), LONGEST_ITEM, form);
        }
    }

    private static @Nullable Position position(@Nullable String text, Violations form) {
        checkText("/after", text, LONGEST_POSITION, form);
        try {
            return text == null ? null : Position.parse(text);
        } catch (IllegalArgumentException e) {
            form.add("/after", "is not a position such as capacity:80,mandate:112");
            return null;
        }
    }

    private void checkRules(SubscriptionFilter filter, Violations rules) {
        each(
                "types",
                filter.types(),
                SubscriptionValidator::isType,
                "is not an event type such as org.mandateatlas.mandate.transferred.v1, with at most " + MOST_STARS
                        + " asterisks",
                rules);
        each(
                "streams",
                filter.streams(),
                streams.names()::contains,
                "is not a stream; the streams are "
                        + String.join(", ", streams.names().stream().sorted().toList()),
                rules);
        each("institutions", filter.institutions(), Slug::is, "is not an id", rules);
        each("functions", filter.functions(), Slug::is, "is not an id", rules);
        each("subjects", filter.subjects(), Slug::is, "is not an id", rules);
    }

    private static void each(
            String field, List<String> items, Predicate<String> rule, String detail, Violations rules) {
        for (var i = 0; i < items.size(); i++) {
            if (!rule.test(items.get(i))) {
                rules.add("/filter/" + field + '/' + i, detail);
            }
        }
    }

    /** Each asterisk multiplies the cost of matching. */
    private static boolean isType(String text) {
        return TYPE.matcher(text).matches()
                && text.chars().filter(c -> c == '*').count() <= MOST_STARS;
    }

    /** A position beyond the end would skip events; the position of a write that was just made may still be on its way. */
    private void checkRules(@Nullable Position after, Violations rules) {
        if (after == null) {
            return;
        }
        var unknown = after.sequences().keySet().stream()
                .filter(stream -> !streams.names().contains(stream))
                .toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(stream -> rules.add("/after", "contains the unknown stream " + stream));
        } else if (!isReached(after)) {
            var head = feed.head();
            after.sequences().forEach((stream, sequence) -> {
                if (sequence > head.of(stream)) {
                    rules.add("/after", beyondEnd(stream, head));
                }
            });
        }
    }

    private static String beyondEnd(String stream, Position head) {
        return "is beyond the end of the stream " + stream + ", which is at " + head.of(stream)
                + ". Read /v1/snapshot and start after its position, or start at the end of the feed, " + head;
    }

    private boolean isReached(Position after) {
        var news = new Semaphore(0);
        var unsubscribe = feed.onEvents(news::release);
        try {
            var deadline = System.nanoTime() + config.positionWait().toNanos();
            while (isBeyondEnd(after)) {
                if (!news.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            unsubscribe.run();
        }
    }

    private boolean isBeyondEnd(Position after) {
        return !feed.head().reaches(after);
    }

    private static void reject(ProblemType type, Violations violations) {
        var found = violations.list();
        if (!found.isEmpty()) {
            throw new ProblemException(type, sentence(found.getFirst()), found);
        }
    }

    private static String sentence(Violation violation) {
        return violation.pointer() + ' ' + violation.detail() + '.';
    }
}
