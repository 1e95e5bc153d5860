package org.mandateatlas.registry;

import java.time.Instant;

/**
 * The result of a read, with the state of the log that it reflects.
 *
 * @param position the log position
 * @param lastRecorded the instant of the last revision in the stream; every later one, also one whose commit is under way,
 *     has a later instant
 * @param found the documents or revisions found
 * @param <T> the type of the result
 */
public record Answer<T>(String position, Instant lastRecorded, T found) {}
