/**
 * What the tool may call afterwards: tokens, line items, scores, results; and the way to
 * every other service.
 */
package practicelms.service;
