/** Institutions with their names, UN status and relations. */
@NullMarked
package org.mandateatlas.institutions.institution;

import org.jspecify.annotations.NullMarked;
