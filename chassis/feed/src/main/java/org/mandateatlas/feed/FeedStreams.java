package org.mandateatlas.feed;

import java.util.Set;

/** The streams that the feed consists of. */
public interface FeedStreams {

    /** Returns the names of the streams, as {@code mandate}. */
    Set<String> names();
}
