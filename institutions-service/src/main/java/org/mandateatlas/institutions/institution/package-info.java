/** Institutions: what they are and were called, how they stand to the UN system and to one another. */
@NullMarked
package org.mandateatlas.institutions.institution;

import org.jspecify.annotations.NullMarked;
