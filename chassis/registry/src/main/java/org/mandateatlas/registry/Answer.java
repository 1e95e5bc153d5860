package org.mandateatlas.registry;

/**
 * What a read found, and the log position that it reflects.
 *
 * @param position how far the log went
 * @param found what was found
 * @param <T> what was asked for
 */
public record Answer<T>(String position, T found) {}
