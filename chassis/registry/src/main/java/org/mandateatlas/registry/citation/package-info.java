/** Where a fact stands, and which source says otherwise. */
@NullMarked
package org.mandateatlas.registry.citation;

import org.jspecify.annotations.NullMarked;
