/** What all endpoints share: methods and descriptions. */
@NullMarked
package org.mandateatlas.subscriptions.http;

import org.jspecify.annotations.NullMarked;
