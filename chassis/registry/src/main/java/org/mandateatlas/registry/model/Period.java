package org.mandateatlas.registry.model;

import org.mandateatlas.base.time.Validity;

/**
 * A period or a date inside a document; a date is the period from its first to its last possible day.
 *
 * @param pointer JSON pointer of the period or date
 * @param validity its days
 */
public record Period(String pointer, Validity validity) {}
