/** The bitemporal registry: documents, their append-only log and the index of every query. */
@NullMarked
package org.mandateatlas.registry;

import org.jspecify.annotations.NullMarked;
