package org.mandateatlas.gateway.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.proxy.RoutingTable;
import org.mandateatlas.gateway.subscription.Subscription.Settings;
import org.mandateatlas.gateway.subscription.Subscription.State;
import org.mandateatlas.gateway.subscription.webhook.Destinations;
import org.mandateatlas.gateway.subscription.webhook.Secret;

/** Reads what a body asks for: its form first, then whether it can be. */
@Singleton
class SubscriptionRequestReader {

    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_ITEM = 200;
    private static final int LONGEST_POSITION = 2000;
    private static final int MOST_ITEMS = 100;
    private static final int MOST_STARS = 3;
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9.*_-]+");
    private static final Set<String> OF_FILTER = Set.of(
            SubscriptionFilter.TYPES,
            SubscriptionFilter.STREAMS,
            SubscriptionFilter.INSTITUTIONS,
            SubscriptionFilter.FUNCTIONS,
            SubscriptionFilter.SUBJECTS);
    private static final Set<String> OF_NEW = Set.of("url", "description", "filter", "after", "secret");
    private static final Set<String> OF_CHANGED = Set.of("url", "description", "filter", "after", "state");

    private final RoutingTable owners;
    private final Feed feed;
    private final StreamPositions heads;
    private final Destinations destinations;

    SubscriptionRequestReader(RoutingTable owners, Feed feed, StreamPositions heads, Destinations destinations) {
        this.owners = owners;
        this.feed = feed;
        this.heads = heads;
        this.destinations = destinations;
    }

    /** Reads how a new subscription is to be. Looks up the host of its URL. */
    SubscriptionRequest ofNew(ObjectNode body) {
        return read(body, OF_NEW);
    }

    /** Reads how a subscription is to be after a merge patch. Looks up the host of its URL. */
    SubscriptionRequest ofChanged(Settings before, ObjectNode patch) {
        ObjectNode current = JsonBody.of(
                "{\"filter\": %s}".formatted(before.filter().toJson().encode()));
        current.put("url", before.url())
                .put("description", before.description())
                .put("state", before.state().word());
        return read(JsonBody.patched(current, patch), OF_CHANGED);
    }

    /** Reads the secret that is to sign from now on; null where the body names none. */
    @Nullable Secret ofSecret(ObjectNode body) {
        var form = new ArrayList<Violation>();
        String text = Fields.of(body, Set.of("secret"), form).text("secret", LONGEST_ITEM);
        refuse(ProblemType.INVALID_DOCUMENT, form);
        var rules = new ArrayList<Violation>();
        Secret secret = secret(text, rules);
        refuse(ProblemType.RULE_VIOLATED, rules);
        return secret;
    }

    private SubscriptionRequest read(ObjectNode body, Set<String> known) {
        var form = new ArrayList<Violation>();
        Fields fields = Fields.of(body, known, form);
        String url = fields.requiredText("url", LONGEST_URL);
        String description = fields.text("description", LONGEST_TEXT);
        String state = known.contains("state") ? fields.requiredText("state", LONGEST_ITEM) : State.ACTIVE.word();
        String after = fields.text("after", LONGEST_POSITION);
        String secret = known.contains("secret") ? fields.text("secret", LONGEST_ITEM) : null;
        Fields wanted = fields.object("filter", OF_FILTER);
        var filter = new SubscriptionFilter(
                wanted.texts(SubscriptionFilter.TYPES, LONGEST_ITEM, MOST_ITEMS),
                wanted.texts(SubscriptionFilter.STREAMS, LONGEST_ITEM, MOST_ITEMS),
                wanted.texts(SubscriptionFilter.INSTITUTIONS, LONGEST_ITEM, MOST_ITEMS),
                wanted.texts(SubscriptionFilter.FUNCTIONS, LONGEST_ITEM, MOST_ITEMS),
                wanted.texts(SubscriptionFilter.SUBJECTS, LONGEST_ITEM, MOST_ITEMS));
        if (form.isEmpty() && !Words.all(State.class).contains(state)) {
            form.add(violation("/state", "is none of " + String.join(", ", Words.all(State.class))));
        }
        Position position = position(after, form);
        refuse(ProblemType.INVALID_DOCUMENT, form);

        var rules = new ArrayList<Violation>();
        String objection = destinations.objection(url);
        if (objection != null) {
            rules.add(violation("/url", objection));
        }
        check(filter, rules);
        check(position, rules);
        Secret given = secret(secret, rules);
        refuse(ProblemType.RULE_VIOLATED, rules);
        return new SubscriptionRequest(
                new Settings(url, description, filter, Words.read(State.class, state)), position, given);
    }

    private static @Nullable Position position(@Nullable String text, List<Violation> form) {
        try {
            return text == null ? null : Position.parse(text);
        } catch (IllegalArgumentException e) {
            form.add(violation("/after", "is not a position such as capacity:80,mandate:112"));
            return null;
        }
    }

    private void check(SubscriptionFilter filter, List<Violation> rules) {
        each(
                SubscriptionFilter.TYPES,
                filter.types(),
                SubscriptionRequestReader::isType,
                rules,
                "is not a type of events such as org.mandateatlas.mandate.transferred.v1, with at most " + MOST_STARS
                        + " times a *");
        each(
                SubscriptionFilter.STREAMS,
                filter.streams(),
                stream -> owners.collectionsByStream().containsKey(stream),
                rules,
                "is none of the streams "
                        + String.join(", ", owners.collectionsByStream().keySet()));
        each(SubscriptionFilter.INSTITUTIONS, filter.institutions(), Slug::is, rules, "is not an id");
        each(SubscriptionFilter.FUNCTIONS, filter.functions(), Slug::is, rules, "is not an id");
        each(SubscriptionFilter.SUBJECTS, filter.subjects(), Slug::is, rules, "is not an id");
    }

    private static void each(
            String field, List<String> items, Predicate<String> rule, List<Violation> rules, String detail) {
        for (int i = 0; i < items.size(); i++) {
            if (!rule.test(items.get(i))) {
                rules.add(violation("/filter/" + field + '/' + i, detail));
            }
        }
    }

    /** Each star multiplies the work of matching. */
    private static boolean isType(String text) {
        return TYPE.matcher(text).matches()
                && text.chars().filter(c -> c == '*').count() <= MOST_STARS;
    }

    /** What nobody has said yet would be passed over without notice. */
    private void check(@Nullable Position after, List<Violation> rules) {
        if (after == null) {
            return;
        }
        Position head = feed.head();
        after.sequences().forEach((stream, sequence) -> {
            if (!owners.collectionsByStream().containsKey(stream)) {
                rules.add(violation("/after", "names the stream " + stream + ", which there is not"));
            } else if (sequence > Math.max(head.of(stream), heads.of(stream))) {
                rules.add(violation("/after", "lies beyond the end of the stream " + stream));
            }
        });
    }

    private static @Nullable Secret secret(@Nullable String text, List<Violation> rules) {
        try {
            return text == null ? null : Secret.parse(text);
        } catch (IllegalArgumentException e) {
            rules.add(violation("/secret", e.getMessage() == null ? "is no secret" : e.getMessage()));
            return null;
        }
    }

    private static void refuse(ProblemType type, List<Violation> violations) {
        if (!violations.isEmpty()) {
            String first = violations.getFirst().pointer()
                    + ' '
                    + violations.getFirst().detail();
            throw new ProblemException(type, first + '.', List.copyOf(violations));
        }
    }

    private static Violation violation(String pointer, String detail) {
        return Violation.at(pointer, detail);
    }
}
