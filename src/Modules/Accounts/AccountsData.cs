using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.Passkeys;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.Sessions;
using Saima.Modules.Accounts.Tokens;
using Saima.Modules.Accounts.Units;

namespace Saima.Modules.Accounts;

/// <summary>The tables this module owns.</summary>
public static class AccountsData
{
    // Roles are kept as their names; those of the three administrators exclude one another.
    private const string OneAdministrator = "\"EndedAt\" IS NULL AND \"Role\" IN ('SystemAdministrator', 'SecurityAdministrator', 'AuditAdministrator')";

    public static void Map(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<Person>(person =>
        {
            person.ToTable("accounts_person");
            person.HasKey(p => p.Id);
            person.HasIndex(p => p.NormalizedUserName).IsUnique();
            person.Property(p => p.ConcurrencyStamp).IsConcurrencyToken();
        });
        model.Entity<IdentityUserClaim<Guid>>(claim => Of(claim.ToTable("accounts_claim").HasOne<Person>().WithMany(), c => c.UserId));
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("accounts_login").HasKey(l => new { l.LoginProvider, l.ProviderKey });
            Of(login.HasOne<Person>().WithMany(), l => l.UserId);
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("accounts_token").HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            Of(token.HasOne<Person>().WithMany(), t => t.UserId);
        });
        model.Entity<OldPassword>(password => Of(password.ToTable("accounts_password").HasOne<Person>().WithMany(), p => p.PersonId));
        model.Entity<Passkey>(passkey =>
        {
            passkey.ToTable("accounts_passkey");
            passkey.Property(p => p.Id).ValueGeneratedNever();
            passkey.HasIndex(p => p.CredentialId).IsUnique();
            Of(passkey.HasOne<Person>().WithMany(), p => p.PersonId);
        });
        model.Entity<AnsweredChallenge>(challenge => challenge.ToTable("accounts_answered_challenge").HasKey(c => c.Hash));
        model.Entity<Duty>(duty =>
        {
            duty.ToTable("accounts_duty");
            duty.Property(d => d.Role).HasConversion<string>();
            duty.HasIndex(d => new { d.PersonId, d.Role, d.Unit }).IsUnique().HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("ix_accounts_duty_current");
            duty.HasIndex(d => d.PersonId).IsUnique().HasFilter(OneAdministrator).HasDatabaseName("ix_accounts_duty_one_administrator");
            Of(duty.HasOne<Person>().WithMany(), d => d.PersonId);
        });
        model.Entity<Unit>(unit =>
        {
            unit.ToTable("accounts_unit");
            unit.Property(u => u.Kind).HasConversion<string>();
            unit.HasIndex(u => u.Code).IsUnique().HasFilter("\"SupersededBy\" IS NULL").HasDatabaseName("ix_accounts_unit_current");
        });
        model.Entity<ProgramToken>(token =>
        {
            token.ToTable("accounts_program_token");
            token.Property(t => t.Id).ValueGeneratedNever();
            token.HasIndex(t => t.Hash).IsUnique();
        });
        model.Entity<Session>(session =>
        {
            session.ToTable("accounts_session");
            session.Property(s => s.Id).ValueGeneratedNever();
            Of(session.HasOne<Person>().WithMany(), s => s.PersonId);
        });
    }

    // Nobody is erased together with what belongs to them.
    private static void Of<T>(Microsoft.EntityFrameworkCore.Metadata.Builders.ReferenceCollectionBuilder<Person, T> belongs, System.Linq.Expressions.Expression<Func<T, object?>> person)
        where T : class => belongs.HasForeignKey(person).OnDelete(DeleteBehavior.Restrict);
}
