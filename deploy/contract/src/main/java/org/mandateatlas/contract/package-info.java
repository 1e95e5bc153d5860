/** The contract of the suite: one OpenAPI and one AsyncAPI document, generated from those of the services. */
@NullMarked
package org.mandateatlas.contract;

import org.jspecify.annotations.NullMarked;
