using Microsoft.EntityFrameworkCore;

namespace Saima.Modules.Races.Review;

/// <summary>The tables of review meetings. Who settled a round neither decides nor approves.</summary>
internal static class ReviewData
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ReviewMeeting>(meeting =>
        {
            meeting.ToTable("races_review", table => table.HasCheckConstraint("ck_races_review_quorum", "quorum >= 1"));
            meeting.HasKey(m => m.Id);
            meeting.HasIndex(m => new { m.Season, m.Round, m.Number }).IsUnique();
            ColumnNames.Snake(meeting);
        });
        model.Entity<ReviewAttendee>(attendee =>
        {
            attendee.ToTable("races_review_attendee");
            attendee.HasKey(a => new { a.MeetingId, a.Position });
            attendee.HasIndex(a => new { a.MeetingId, a.Name }).IsUnique();
            attendee.HasOne<ReviewMeeting>().WithMany().HasForeignKey(a => a.MeetingId);
            ColumnNames.Snake(attendee);
        });
        model.Entity<ReviewDecision>(decision =>
        {
            decision.ToTable("races_review_decision", table =>
            {
                table.HasCheckConstraint("ck_races_review_decision_scorer", "scored_by IS NULL OR decided_by <> scored_by");
                table.HasCheckConstraint("ck_races_review_decision_reason", "outcome = 'Agree' OR reason IS NOT NULL");
            });
            decision.HasKey(d => new { d.Season, d.Round, d.Item, d.Version });
            decision.Property(d => d.Outcome).HasConversion<string>();
            ColumnNames.Snake(decision);
        });
        model.Entity<ReviewSignature>(signature =>
        {
            signature.ToTable("races_review_signature", table =>
            {
                table.HasCheckConstraint("ck_races_review_signature_scorer", "NOT approves OR scored_by IS NULL OR signed_by <> scored_by");
                table.HasCheckConstraint("ck_races_review_signature_chair", "approves OR NOT as_chair");
            });
            signature.HasKey(s => s.Id);
            signature.HasIndex(s => new { s.MeetingId, s.SignedBy, s.BundleHash, s.Agenda }).IsUnique().HasDatabaseName("ix_races_review_signature_person");
            signature.HasOne<ReviewMeeting>().WithMany().HasForeignKey(s => s.MeetingId).OnDelete(DeleteBehavior.Restrict);
            ColumnNames.Snake(signature);
        });
    }
}
