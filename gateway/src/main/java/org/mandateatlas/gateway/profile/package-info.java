/** Profiles of institutions, processes and functions. */
@NullMarked
package org.mandateatlas.gateway.profile;

import org.jspecify.annotations.NullMarked;
