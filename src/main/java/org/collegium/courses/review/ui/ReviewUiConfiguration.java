package org.collegium.courses.review.ui;

import org.collegium.courses.CourseStudioLink;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.review.ReviewAddresses;
import org.collegium.courses.review.ReviewFilter;
import org.collegium.courses.review.Reviews;
import org.collegium.courses.review.SubmittingCourses;
import org.collegium.identity.Access;
import org.collegium.identity.AddressedThing;
import org.collegium.partners.OwnPartners;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the views of reviews stand in the frame, and what their addresses name. */
@Configuration
class ReviewUiConfiguration {

    private static final ReviewFilter TO_DO = new ReviewFilter(ReviewFilter.Whose.TO_DO, null, "");

    @Bean
    AddressedThing reviewOfAddress(Reviews reviews) {
        return new AddressedThing(
                ReviewView.class,
                address -> ReviewView.named(address).flatMap(reviews::find).isPresent());
    }

    @Bean
    AddressedThing draftToSubmit(SubmittingCourses submitting) {
        return new AddressedThing(
                SubmitReviewView.class,
                address -> SubmitReviewView.course(address)
                        .flatMap(submitting::plan)
                        .isPresent());
    }

    @Bean
    AddressedThing partnerWithStages(OwnPartners own) {
        return new AddressedThing(
                PartnerStagesView.class,
                address -> PartnerStagesView.named(own, address).isPresent());
    }

    @Bean
    CourseStudioLink reviewOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.RELEASING,
                "courses.review.entry",
                Glyph.BADGE_CHECK,
                CoursesPermissions.EDIT,
                ReviewAddresses::submitting);
    }

    @Bean
    SpaceEntry studioReviewsEntry(Access access, Reviews reviews) {
        return SpaceEntry.view(
                        Space.STUDIO,
                        "courses.review.list.entry",
                        "/" + ReviewAddresses.LIST,
                        Glyph.BADGE_CHECK,
                        40,
                        () -> access.signedIn() && access.mayAnywhere(CoursesPermissions.REVIEW))
                .counting(() -> reviews.count(TO_DO));
    }

    @Bean
    SpaceEntry registryReviewEntry(Access access) {
        return SpaceEntry.view(
                Space.REGISTRY,
                "courses.review.alliance.entry",
                "/" + AllianceReviewView.PLACE,
                Glyph.BADGE_CHECK,
                60,
                () -> access.may(CoursesPermissions.REVIEW_ALLIANCE));
    }
}
