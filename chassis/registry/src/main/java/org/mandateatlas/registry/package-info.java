/** The two-time registry: documents, their append-only log, and the index that every filter runs on. */
@NullMarked
package org.mandateatlas.registry;

import org.jspecify.annotations.NullMarked;
