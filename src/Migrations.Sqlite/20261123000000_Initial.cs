using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Saima.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts_answered_challenge",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_answered_challenge", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "accounts_person",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MustChange = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastCode = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", nullable: true),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<long>(type: "INTEGER", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_person", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_program_token",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    PerMinute = table.Column<int>(type: "INTEGER", nullable: false),
                    IssuedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedBy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_program_token", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_unit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Parent = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    SupersededBy = table.Column<long>(type: "INTEGER", nullable: true),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_unit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_check",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Entries = table.Column<long>(type: "INTEGER", nullable: false),
                    Batches = table.Column<long>(type: "INTEGER", nullable: false),
                    Head = table.Column<string>(type: "TEXT", nullable: false),
                    FaultZh = table.Column<string>(type: "TEXT", nullable: true),
                    FaultEn = table.Column<string>(type: "TEXT", nullable: true),
                    Findings = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_check", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_ledger_batch",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    first_entry = table.Column<long>(type: "INTEGER", nullable: false),
                    entries = table.Column<long>(type: "INTEGER", nullable: false),
                    root = table.Column<string>(type: "TEXT", nullable: false),
                    previous = table.Column<string>(type: "TEXT", nullable: false),
                    seal = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_ledger_batch", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "kernel_ledger_entry",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    batch = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: true),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_ledger_entry", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "notices_address",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_address", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notices_delivery",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    Robot = table.Column<Guid>(type: "TEXT", nullable: true),
                    Confirms = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimedBy = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Fault = table.Column<string>(type: "TEXT", nullable: true),
                    FaultCode = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_delivery", x => x.Id);
                    table.CheckConstraint("ck_notices_delivery_claim", "(\"State\" = 'Sending') = (\"ClaimedBy\" IS NOT NULL AND \"ClaimedUntil\" IS NOT NULL)");
                    table.CheckConstraint("ck_notices_delivery_end", "(\"State\" IN ('Sent', 'GaveUp', 'Dropped')) = (\"EndedAt\" IS NOT NULL)");
                    table.CheckConstraint("ck_notices_delivery_robot", "(\"Channel\" = 'Robot') = (\"Robot\" IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "notices_feed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_feed", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notices_lease",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Holder = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    LookedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_lease", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "notices_reminder",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    TaskKey = table.Column<string>(type: "TEXT", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    TitleZh = table.Column<string>(type: "TEXT", nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_reminder", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notices_robot",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Host = table.Column<string>(type: "TEXT", nullable: false),
                    SealedAddress = table.Column<string>(type: "TEXT", nullable: false),
                    SealedSecret = table.Column<string>(type: "TEXT", nullable: true),
                    MadeBy = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_robot", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notices_settings",
                columns: table => new
                {
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    MailStages = table.Column<int>(type: "INTEGER", nullable: false),
                    RobotStages = table.Column<int>(type: "INTEGER", nullable: false),
                    QuietFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    QuietTo = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkingDaysOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_settings", x => x.Person);
                });

            migrationBuilder.CreateTable(
                name: "projects_baseline",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    season = table.Column<int>(type: "INTEGER", nullable: false),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    document = table.Column<string>(type: "TEXT", nullable: true),
                    counts_from = table.Column<int>(type: "INTEGER", nullable: false),
                    submitted_by = table.Column<string>(type: "TEXT", nullable: false),
                    submitted_name = table.Column<string>(type: "TEXT", nullable: false),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    checked_by = table.Column<string>(type: "TEXT", nullable: true),
                    checked_name = table.Column<string>(type: "TEXT", nullable: true),
                    checked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_name = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    return_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_baseline", x => x.id);
                    table.CheckConstraint("ck_projects_baseline_checked_approved", "state <> 'Approved' OR (checked_by IS NOT NULL AND decided_by IS NOT NULL AND checked_by <> decided_by)");
                    table.CheckConstraint("ck_projects_baseline_submitted_approved", "state <> 'Approved' OR submitted_by <> decided_by");
                    table.CheckConstraint("ck_projects_baseline_submitted_checked", "submitted_by <> checked_by");
                });

            migrationBuilder.CreateTable(
                name: "projects_change",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    season = table.Column<int>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    added = table.Column<long>(type: "INTEGER", nullable: false),
                    corrected = table.Column<long>(type: "INTEGER", nullable: false),
                    withdrawn = table.Column<long>(type: "INTEGER", nullable: false),
                    undoes_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_change", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_change_projects_change_undoes_id",
                        column: x => x.undoes_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_evidence",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    season = table.Column<int>(type: "INTEGER", nullable: false),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: true),
                    height = table.Column<int>(type: "INTEGER", nullable: true),
                    taken_at = table.Column<string>(type: "TEXT", nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    looks = table.Column<long>(type: "INTEGER", nullable: true),
                    flags = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_evidence", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_evidence_projects_evidence_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_filing",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    season = table.Column<int>(type: "INTEGER", nullable: false),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    invested = table.Column<long>(type: "INTEGER", nullable: false),
                    year_to_date = table.Column<long>(type: "INTEGER", nullable: false),
                    building = table.Column<long>(type: "INTEGER", nullable: false),
                    installation = table.Column<long>(type: "INTEGER", nullable: false),
                    equipment = table.Column<long>(type: "INTEGER", nullable: false),
                    other = table.Column<long>(type: "INTEGER", nullable: false),
                    progress = table.Column<string>(type: "TEXT", nullable: true),
                    milestones = table.Column<string>(type: "TEXT", nullable: true),
                    problems = table.Column<string>(type: "TEXT", nullable: true),
                    next_steps = table.Column<string>(type: "TEXT", nullable: true),
                    correction = table.Column<string>(type: "TEXT", nullable: true),
                    carried = table.Column<string>(type: "TEXT", nullable: true),
                    submitted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    late = table.Column<bool>(type: "INTEGER", nullable: false),
                    deadline_version = table.Column<int>(type: "INTEGER", nullable: false),
                    submitted_by = table.Column<string>(type: "TEXT", nullable: false),
                    town_checked_by = table.Column<string>(type: "TEXT", nullable: true),
                    dept_checked_by = table.Column<string>(type: "TEXT", nullable: true),
                    accepted_by = table.Column<string>(type: "TEXT", nullable: true),
                    return_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_filing", x => x.id);
                    table.CheckConstraint("ck_projects_filing_accepted", "state <> 'Accepted' OR (town_checked_by IS NOT NULL AND dept_checked_by IS NOT NULL AND accepted_by IS NOT NULL)");
                    table.CheckConstraint("ck_projects_filing_dept_checked_by_accepted_by", "dept_checked_by <> accepted_by");
                    table.CheckConstraint("ck_projects_filing_submitted_by_accepted_by", "submitted_by <> accepted_by");
                    table.CheckConstraint("ck_projects_filing_submitted_by_dept_checked_by", "submitted_by <> dept_checked_by");
                    table.CheckConstraint("ck_projects_filing_submitted_by_town_checked_by", "submitted_by <> town_checked_by");
                    table.CheckConstraint("ck_projects_filing_town_checked_by_accepted_by", "town_checked_by <> accepted_by");
                    table.CheckConstraint("ck_projects_filing_town_checked_by_dept_checked_by", "town_checked_by <> dept_checked_by");
                });

            migrationBuilder.CreateTable(
                name: "projects_filing_deadlines",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    season = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    from_month = table.Column<int>(type: "INTEGER", nullable: false),
                    opening_day = table.Column<int>(type: "INTEGER", nullable: false),
                    report_days = table.Column<int>(type: "INTEGER", nullable: false),
                    check_days = table.Column<int>(type: "INTEGER", nullable: false),
                    accept_days = table.Column<int>(type: "INTEGER", nullable: false),
                    own_days = table.Column<string>(type: "TEXT", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: false),
                    kept_by = table.Column<string>(type: "TEXT", nullable: false),
                    kept_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_filing_deadlines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "projects_saved_view",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_saved_view", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_saved_view_projects_saved_view_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_saved_view",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_sending_receipt",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_sending_receipt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "races_calendar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Season = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Rounds = table.Column<string>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    KeptBy = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_calendar", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "races_draw",
                columns: table => new
                {
                    season = table.Column<int>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    commitment = table.Column<string>(type: "TEXT", nullable: false),
                    secret = table.Column<string>(type: "TEXT", nullable: false),
                    committed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    committed_by = table.Column<string>(type: "TEXT", nullable: false),
                    frozen_sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    frame = table.Column<int>(type: "INTEGER", nullable: false),
                    random_count = table.Column<int>(type: "INTEGER", nullable: false),
                    risk_count = table.Column<int>(type: "INTEGER", nullable: false),
                    drawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    drawn_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_draw", x => new { x.season, x.round });
                });

            migrationBuilder.CreateTable(
                name: "races_freeze",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Season = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    FrozenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FrozenBy = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    ChangeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Projects = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_freeze", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "races_inspection",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    season = table.Column<int>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    ground = table.Column<string>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    claims = table.Column<string>(type: "TEXT", nullable: false),
                    visitors = table.Column<string>(type: "TEXT", nullable: false),
                    reported_by = table.Column<string>(type: "TEXT", nullable: true),
                    reported_name = table.Column<string>(type: "TEXT", nullable: true),
                    reported_at = table.Column<long>(type: "INTEGER", nullable: true),
                    confirmed_by = table.Column<string>(type: "TEXT", nullable: true),
                    confirmed_name = table.Column<string>(type: "TEXT", nullable: true),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_inspection", x => x.id);
                    table.CheckConstraint("ck_races_inspection_confirmed", "\"state\" <> 'Confirmed' OR confirmed_by IS NOT NULL");
                    table.CheckConstraint("ck_races_inspection_people", "reported_by IS NULL OR confirmed_by IS NULL OR reported_by <> confirmed_by");
                });

            migrationBuilder.CreateTable(
                name: "races_life",
                columns: table => new
                {
                    season = table.Column<int>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    phase = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    rule_set_code = table.Column<string>(type: "TEXT", nullable: true),
                    rule_set_hash = table.Column<string>(type: "TEXT", nullable: true),
                    rule_set_document = table.Column<string>(type: "TEXT", nullable: true),
                    objections_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    publish_at = table.Column<long>(type: "INTEGER", nullable: true),
                    locked_by = table.Column<string>(type: "TEXT", nullable: true),
                    scored_by = table.Column<string>(type: "TEXT", nullable: true),
                    approved_by = table.Column<string>(type: "TEXT", nullable: true),
                    approved_by_name = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_life", x => new { x.season, x.round });
                    table.CheckConstraint("ck_races_life_phase", "\"phase\" IN ('Draft', 'Open', 'Locked', 'Verifying', 'Scored', 'Objection', 'Review', 'Published', 'Rectifying', 'Archived')");
                    table.CheckConstraint("ck_races_life_publish_at", "publish_at IS NULL OR (\"phase\" = 'Review' AND approved_by IS NOT NULL)");
                    table.CheckConstraint("ck_races_life_rules", "\"phase\" = 'Draft' OR (rule_set_hash IS NOT NULL AND rule_set_document IS NOT NULL)");
                    table.CheckConstraint("ck_races_life_scorer_approver", "scored_by IS NULL OR approved_by IS NULL OR scored_by <> approved_by");
                    table.CheckConstraint("ck_races_life_window", "\"phase\" NOT IN ('Objection', 'Review') OR (objections_until IS NOT NULL AND scored_by IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "races_log_checkpoint",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Keys = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_log_checkpoint", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "races_log_key",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Public = table.Column<string>(type: "TEXT", nullable: false),
                    Protected = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_log_key", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "races_review",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    season = table.Column<int>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    chair = table.Column<string>(type: "TEXT", nullable: false),
                    quorum = table.Column<int>(type: "INTEGER", nullable: false),
                    called_by = table.Column<string>(type: "TEXT", nullable: false),
                    called_name = table.Column<string>(type: "TEXT", nullable: false),
                    called_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_review", x => x.id);
                    table.CheckConstraint("ck_races_review_quorum", "quorum >= 1");
                });

            migrationBuilder.CreateTable(
                name: "races_review_decision",
                columns: table => new
                {
                    season = table.Column<int>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    scored_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: false),
                    decided_name = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_review_decision", x => new { x.season, x.round, x.item, x.version });
                    table.CheckConstraint("ck_races_review_decision_reason", "outcome = 'Agree' OR reason IS NOT NULL");
                    table.CheckConstraint("ck_races_review_decision_scorer", "scored_by IS NULL OR decided_by <> scored_by");
                });

            migrationBuilder.CreateTable(
                name: "races_rule_set",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    KeptBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_rule_set", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "races_template",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    DocumentNo = table.Column<string>(type: "TEXT", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EffectiveTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    KeptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    KeptBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_template", x => x.Id);
                    table.CheckConstraint("ck_races_template_period", "\"EffectiveTo\" IS NULL OR \"EffectiveTo\" >= \"EffectiveFrom\"");
                });

            migrationBuilder.CreateTable(
                name: "accounts_claim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_claim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_claim_accounts_person_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts_duty",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GrantedBy = table.Column<string>(type: "TEXT", nullable: false),
                    GrantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    EndedBy = table.Column<string>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_duty", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_duty_accounts_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts_login",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_login", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_accounts_login_accounts_person_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts_passkey",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CredentialId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    SignCount = table.Column<long>(type: "INTEGER", nullable: false),
                    Transports = table.Column<string>(type: "TEXT", nullable: false),
                    BackupEligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    BackedUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_passkey", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_passkey_accounts_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts_password",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_password", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_password_accounts_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts_session",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Agent = table.Column<string>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_session", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_session_accounts_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts_token",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_token", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_accounts_token_accounts_person_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notices_delivery_item",
                columns: table => new
                {
                    Delivery = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reminder = table.Column<long>(type: "INTEGER", nullable: false),
                    Target = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_delivery_item", x => new { x.Delivery, x.Reminder });
                    table.ForeignKey(
                        name: "FK_notices_delivery_item_notices_delivery_Delivery",
                        column: x => x.Delivery,
                        principalTable: "notices_delivery",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notices_delivery_item_notices_reminder_Reminder",
                        column: x => x.Reminder,
                        principalTable: "notices_reminder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_finding",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    found_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    season = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_finding", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_finding_projects_change_change_id",
                        column: x => x.change_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_finding_projects_change_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_finding_projects_finding_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_finding",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_holiday",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    season = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_holiday", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_holiday_projects_change_change_id",
                        column: x => x.change_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_holiday_projects_change_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_holiday_projects_holiday_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_holiday",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_identifier",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    scheme = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_identifier", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_identifier_projects_change_change_id",
                        column: x => x.change_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_identifier_projects_change_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_identifier_projects_identifier_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_identifier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_issue",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    raised_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    season = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_issue", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_issue_projects_change_change_id",
                        column: x => x.change_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_issue_projects_change_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_issue_projects_issue_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_lineage",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    predecessor = table.Column<string>(type: "TEXT", nullable: false),
                    successor = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    occurred_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_lineage", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_lineage_projects_change_change_id",
                        column: x => x.change_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_lineage_projects_change_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_lineage_projects_lineage_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_lineage",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_milestone",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    planned_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    achieved_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    season = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_milestone", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_milestone_projects_change_change_id",
                        column: x => x.change_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_milestone_projects_change_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_milestone_projects_milestone_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_milestone",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_parcel",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    shape = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_parcel", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_parcel_projects_change_change_id",
                        column: x => x.change_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_parcel_projects_change_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_parcel_projects_parcel_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_parcel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_place",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    lon = table.Column<long>(type: "INTEGER", nullable: false),
                    lat = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_place", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_place_projects_change_change_id",
                        column: x => x.change_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_place_projects_change_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_place_projects_place_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_place",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_plan",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    planned = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    season = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_plan", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_plan_projects_change_change_id",
                        column: x => x.change_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_plan_projects_change_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_plan_projects_plan_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_project",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    town = table.Column<string>(type: "TEXT", nullable: true),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    total_investment = table.Column<long>(type: "INTEGER", nullable: false),
                    annual_plan = table.Column<long>(type: "INTEGER", nullable: false),
                    opening_cumulative = table.Column<long>(type: "INTEGER", nullable: false),
                    planned_start = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    included_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    planned_completion = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    listed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    suspended_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    suspended_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    suspension_reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    season = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_project", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_project_projects_change_change_id",
                        column: x => x.change_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_project_projects_change_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_project_projects_project_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_project",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_report",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    invested = table.Column<long>(type: "INTEGER", nullable: false),
                    year_to_date = table.Column<long>(type: "INTEGER", nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    progress = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    season = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_report", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_report_projects_change_change_id",
                        column: x => x.change_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_report_projects_change_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_report_projects_report_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_statistic",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    invested = table.Column<long>(type: "INTEGER", nullable: true),
                    year_to_date = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    season = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_statistic", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_statistic_projects_change_change_id",
                        column: x => x.change_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_statistic_projects_change_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_statistic_projects_statistic_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_statistic",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_unit",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    replaces_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    season = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_unit", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_unit_projects_change_change_id",
                        column: x => x.change_id,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_unit_projects_change_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "projects_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_unit_projects_unit_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "projects_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_filing_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    filing_id = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_filing_step", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_filing_step_projects_filing_filing_id",
                        column: x => x.filing_id,
                        principalTable: "projects_filing",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "races_cohort",
                columns: table => new
                {
                    freeze_id = table.Column<long>(type: "INTEGER", nullable: false),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    unit_name = table.Column<string>(type: "TEXT", nullable: false),
                    lane = table.Column<string>(type: "TEXT", nullable: false),
                    ranked = table.Column<bool>(type: "INTEGER", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_cohort", x => new { x.freeze_id, x.project });
                    table.ForeignKey(
                        name: "FK_races_cohort_races_freeze_freeze_id",
                        column: x => x.freeze_id,
                        principalTable: "races_freeze",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "races_frozen_package",
                columns: table => new
                {
                    FreezeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_frozen_package", x => x.FreezeId);
                    table.ForeignKey(
                        name: "FK_races_frozen_package_races_freeze_FreezeId",
                        column: x => x.FreezeId,
                        principalTable: "races_freeze",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "races_round",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Season = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    SupersedesId = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    FreezeId = table.Column<long>(type: "INTEGER", nullable: true),
                    CutOff = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RuleSetCode = table.Column<string>(type: "TEXT", nullable: false),
                    RuleSetHash = table.Column<string>(type: "TEXT", nullable: false),
                    RuleSetDocument = table.Column<string>(type: "TEXT", nullable: false),
                    BundleHash = table.Column<string>(type: "TEXT", nullable: false),
                    PreviousBundleHash = table.Column<string>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledBy = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Projects = table.Column<int>(type: "INTEGER", nullable: false),
                    Red = table.Column<int>(type: "INTEGER", nullable: false),
                    Yellow = table.Column<int>(type: "INTEGER", nullable: false),
                    Snail = table.Column<int>(type: "INTEGER", nullable: false),
                    Exempt = table.Column<int>(type: "INTEGER", nullable: false),
                    None = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_round", x => x.Id);
                    table.ForeignKey(
                        name: "FK_races_round_races_freeze_FreezeId",
                        column: x => x.FreezeId,
                        principalTable: "races_freeze",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_races_round_races_round_SupersedesId",
                        column: x => x.SupersedesId,
                        principalTable: "races_round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "races_inspection_finding",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    inspection_id = table.Column<long>(type: "INTEGER", nullable: false),
                    report = table.Column<int>(type: "INTEGER", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    claimed = table.Column<string>(type: "TEXT", nullable: false),
                    found = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    statement = table.Column<string>(type: "TEXT", nullable: true),
                    settlement = table.Column<string>(type: "TEXT", nullable: false),
                    settled_by = table.Column<string>(type: "TEXT", nullable: true),
                    settled_name = table.Column<string>(type: "TEXT", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_inspection_finding", x => x.id);
                    table.ForeignKey(
                        name: "FK_races_inspection_finding_races_inspection_inspection_id",
                        column: x => x.inspection_id,
                        principalTable: "races_inspection",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "races_inspection_step",
                columns: table => new
                {
                    inspection_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    lon = table.Column<long>(type: "INTEGER", nullable: true),
                    lat = table.Column<long>(type: "INTEGER", nullable: true),
                    distance = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_inspection_step", x => new { x.inspection_id, x.number });
                    table.ForeignKey(
                        name: "FK_races_inspection_step_races_inspection_inspection_id",
                        column: x => x.inspection_id,
                        principalTable: "races_inspection",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "races_life_step",
                columns: table => new
                {
                    season = table.Column<int>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    move = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", nullable: false),
                    to = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_life_step", x => new { x.season, x.round, x.number });
                    table.CheckConstraint("ck_races_life_step_path", "(\"from\" = 'Draft' AND \"move\" = 'Open' AND \"to\" = 'Open') OR (\"from\" = 'Open' AND \"move\" = 'Lock' AND \"to\" = 'Locked') OR (\"from\" = 'Locked' AND \"move\" = 'Reopen' AND \"to\" = 'Open') OR (\"from\" = 'Locked' AND \"move\" = 'Verify' AND \"to\" = 'Verifying') OR (\"from\" = 'Verifying' AND \"move\" = 'Score' AND \"to\" = 'Scored') OR (\"from\" = 'Scored' AND \"move\" = 'Score' AND \"to\" = 'Scored') OR (\"from\" = 'Scored' AND \"move\" = 'Air' AND \"to\" = 'Objection') OR (\"from\" = 'Objection' AND \"move\" = 'CloseObjections' AND \"to\" = 'Review') OR (\"from\" = 'Objection' AND \"move\" = 'BackToScored' AND \"to\" = 'Scored') OR (\"from\" = 'Review' AND \"move\" = 'BackToScored' AND \"to\" = 'Scored') OR (\"from\" = 'Review' AND \"move\" = 'Schedule' AND \"to\" = 'Review') OR (\"from\" = 'Review' AND \"move\" = 'Publish' AND \"to\" = 'Published') OR (\"from\" = 'Published' AND \"move\" = 'Rectify' AND \"to\" = 'Rectifying') OR (\"from\" = 'Rectifying' AND \"move\" = 'Archive' AND \"to\" = 'Archived') OR (\"from\" = 'Locked' AND \"move\" = 'Refreeze' AND \"to\" = 'Locked') OR (\"from\" = 'Verifying' AND \"move\" = 'Refreeze' AND \"to\" = 'Verifying') OR (\"from\" = 'Scored' AND \"move\" = 'Refreeze' AND \"to\" = 'Scored') OR (\"from\" = 'Published' AND \"move\" = 'Refreeze' AND \"to\" = 'Published') OR (\"from\" = 'Rectifying' AND \"move\" = 'Refreeze' AND \"to\" = 'Rectifying') OR (\"from\" = 'Archived' AND \"move\" = 'Refreeze' AND \"to\" = 'Archived') OR (\"from\" = 'Published' AND \"move\" = 'Correct' AND \"to\" = 'Published') OR (\"from\" = 'Rectifying' AND \"move\" = 'Correct' AND \"to\" = 'Rectifying') OR (\"from\" = 'Archived' AND \"move\" = 'Correct' AND \"to\" = 'Archived') OR (\"from\" = 'Published' AND \"move\" = 'PublishCorrection' AND \"to\" = 'Published') OR (\"from\" = 'Rectifying' AND \"move\" = 'PublishCorrection' AND \"to\" = 'Rectifying') OR (\"from\" = 'Archived' AND \"move\" = 'PublishCorrection' AND \"to\" = 'Archived') OR (\"from\" = 'Draft' AND \"move\" = 'Import' AND \"to\" = 'Published') OR (\"from\" = 'Draft' AND \"move\" = 'Import' AND \"to\" = 'Archived')");
                    table.CheckConstraint("ck_races_life_step_reason", "reason IS NOT NULL OR \"move\" NOT IN ('Reopen', 'Refreeze', 'BackToScored', 'Correct')");
                    table.ForeignKey(
                        name: "FK_races_life_step_races_life_season_round",
                        columns: x => new { x.season, x.round },
                        principalTable: "races_life",
                        principalColumns: new[] { "season", "round" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "races_review_attendee",
                columns: table => new
                {
                    meeting_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_review_attendee", x => new { x.meeting_id, x.position });
                    table.ForeignKey(
                        name: "FK_races_review_attendee_races_review_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "races_review",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "races_review_signature",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    meeting_id = table.Column<long>(type: "INTEGER", nullable: false),
                    signed_by = table.Column<string>(type: "TEXT", nullable: false),
                    signed_name = table.Column<string>(type: "TEXT", nullable: false),
                    signed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    approves = table.Column<bool>(type: "INTEGER", nullable: false),
                    as_chair = table.Column<bool>(type: "INTEGER", nullable: false),
                    bundle_hash = table.Column<string>(type: "TEXT", nullable: false),
                    agenda = table.Column<string>(type: "TEXT", nullable: false),
                    scored_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_review_signature", x => x.id);
                    table.CheckConstraint("ck_races_review_signature_chair", "approves OR NOT as_chair");
                    table.CheckConstraint("ck_races_review_signature_scorer", "NOT approves OR scored_by IS NULL OR signed_by <> scored_by");
                    table.ForeignKey(
                        name: "FK_races_review_signature_races_review_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "races_review",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "races_bundle",
                columns: table => new
                {
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_bundle", x => x.RoundId);
                    table.ForeignKey(
                        name: "FK_races_bundle_races_round_RoundId",
                        column: x => x.RoundId,
                        principalTable: "races_round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "races_circular",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    TemplateVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    TemplateHash = table.Column<string>(type: "TEXT", nullable: false),
                    Template = table.Column<string>(type: "TEXT", nullable: false),
                    DraftedBy = table.Column<string>(type: "TEXT", nullable: false),
                    DraftedById = table.Column<string>(type: "TEXT", nullable: false),
                    DraftedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IssuedBy = table.Column<string>(type: "TEXT", nullable: true),
                    IssuedById = table.Column<string>(type: "TEXT", nullable: true),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IssuedRoundId = table.Column<long>(type: "INTEGER", nullable: true),
                    Paper = table.Column<string>(type: "TEXT", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_circular", x => x.Id);
                    table.CheckConstraint("ck_races_circular_issued", "(\"IssuedAt\" IS NULL) = (\"Number\" IS NULL) AND (\"IssuedAt\" IS NULL) = (\"Paper\" IS NULL) AND (\"IssuedAt\" IS NULL) = (\"IssuedRoundId\" IS NULL)");
                    table.CheckConstraint("ck_races_circular_two", "\"IssuedById\" IS NULL OR \"IssuedById\" <> \"DraftedById\"");
                    table.ForeignKey(
                        name: "FK_races_circular_races_round_RoundId",
                        column: x => x.RoundId,
                        principalTable: "races_round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "races_disclosure",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    round_id = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: false),
                    publish_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    masked = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawn = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_by_id = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_by = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reviewed_by_id = table.Column<string>(type: "TEXT", nullable: true),
                    reviewed_by = table.Column<string>(type: "TEXT", nullable: true),
                    reviewed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_disclosure", x => x.id);
                    table.CheckConstraint("ck_races_disclosure_reviewed", "state = 'Proposed' OR (reviewed_by_id IS NOT NULL AND reviewed_by IS NOT NULL AND reviewed_at IS NOT NULL)");
                    table.CheckConstraint("ck_races_disclosure_two", "withdrawn IS NOT NULL OR reviewed_by_id IS NULL OR reviewed_by_id <> proposed_by_id");
                    table.ForeignKey(
                        name: "FK_races_disclosure_races_round_round_id",
                        column: x => x.round_id,
                        principalTable: "races_round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "races_log_entry",
                columns: table => new
                {
                    Index = table.Column<long>(type: "INTEGER", nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bundle = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_log_entry", x => x.Index);
                    table.ForeignKey(
                        name: "FK_races_log_entry_races_round_RoundId",
                        column: x => x.RoundId,
                        principalTable: "races_round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "races_objection",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    season = table.Column<int>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    edition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    scored_by = table.Column<string>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    claimed = table.Column<string>(type: "TEXT", nullable: true),
                    frozen = table.Column<string>(type: "TEXT", nullable: true),
                    statement = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    submitted_by = table.Column<string>(type: "TEXT", nullable: false),
                    submitted_name = table.Column<string>(type: "TEXT", nullable: false),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_name = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reasons = table.Column<string>(type: "TEXT", nullable: true),
                    corrects = table.Column<string>(type: "TEXT", nullable: true),
                    corrected_from = table.Column<string>(type: "TEXT", nullable: true),
                    corrected_to = table.Column<string>(type: "TEXT", nullable: true),
                    effect = table.Column<string>(type: "TEXT", nullable: true),
                    corrected_at = table.Column<long>(type: "INTEGER", nullable: true),
                    change_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_objection", x => x.id);
                    table.CheckConstraint("ck_races_objection_corrected", "corrected_at IS NULL OR (change_id IS NOT NULL AND outcome IN ('Upheld', 'PartlyUpheld'))");
                    table.CheckConstraint("ck_races_objection_decision", "(state = 'Decided') = (outcome IS NOT NULL)");
                    table.CheckConstraint("ck_races_objection_reasons", "state NOT IN ('Decided', 'NotAdmitted') OR (decided_by IS NOT NULL AND reasons IS NOT NULL)");
                    table.CheckConstraint("ck_races_objection_scored_decided", "decided_by IS NULL OR decided_by <> scored_by");
                    table.CheckConstraint("ck_races_objection_submitted_decided", "decided_by IS NULL OR decided_by <> submitted_by");
                    table.ForeignKey(
                        name: "FK_races_objection_races_round_edition_id",
                        column: x => x.edition_id,
                        principalTable: "races_round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "races_standing",
                columns: table => new
                {
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    Lane = table.Column<string>(type: "TEXT", nullable: false),
                    Project = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    Flag = table.Column<byte>(type: "INTEGER", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: true),
                    AnnualPlan = table.Column<long>(type: "INTEGER", nullable: false),
                    PlannedCumulative = table.Column<long>(type: "INTEGER", nullable: false),
                    YearToDate = table.Column<long>(type: "INTEGER", nullable: false),
                    Deviation = table.Column<long>(type: "INTEGER", nullable: true),
                    Points = table.Column<string>(type: "TEXT", nullable: false),
                    Metrics = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_standing", x => new { x.RoundId, x.Position });
                    table.ForeignKey(
                        name: "FK_races_standing_races_round_RoundId",
                        column: x => x.RoundId,
                        principalTable: "races_round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "races_unit_standing",
                columns: table => new
                {
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    Class = table.Column<byte>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: true),
                    Projects = table.Column<int>(type: "INTEGER", nullable: false),
                    Red = table.Column<int>(type: "INTEGER", nullable: false),
                    Yellow = table.Column<int>(type: "INTEGER", nullable: false),
                    Snail = table.Column<int>(type: "INTEGER", nullable: false),
                    Exempt = table.Column<int>(type: "INTEGER", nullable: false),
                    None = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_unit_standing", x => new { x.RoundId, x.Position });
                    table.ForeignKey(
                        name: "FK_races_unit_standing_races_round_RoundId",
                        column: x => x.RoundId,
                        principalTable: "races_round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "races_case",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    finding_id = table.Column<long>(type: "INTEGER", nullable: false),
                    inspection_id = table.Column<long>(type: "INTEGER", nullable: false),
                    season = table.Column<int>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    involved = table.Column<string>(type: "TEXT", nullable: false),
                    opened_by = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    hearing_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    hearing_place = table.Column<string>(type: "TEXT", nullable: true),
                    notified_by = table.Column<string>(type: "TEXT", nullable: true),
                    notified_at = table.Column<long>(type: "INTEGER", nullable: true),
                    statement = table.Column<string>(type: "TEXT", nullable: true),
                    stated_by = table.Column<string>(type: "TEXT", nullable: true),
                    stated_at = table.Column<long>(type: "INTEGER", nullable: true),
                    record = table.Column<string>(type: "TEXT", nullable: true),
                    heard_by_id = table.Column<string>(type: "TEXT", nullable: true),
                    heard_by = table.Column<string>(type: "TEXT", nullable: true),
                    heard_at = table.Column<long>(type: "INTEGER", nullable: true),
                    established = table.Column<bool>(type: "INTEGER", nullable: true),
                    reasons = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by_id = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_case", x => x.id);
                    table.CheckConstraint("ck_races_case_decided", "\"state\" <> 'Decided' OR (established IS NOT NULL AND heard_at IS NOT NULL)");
                    table.CheckConstraint("ck_races_case_people", "decided_by_id IS NULL OR decided_by_id <> heard_by_id");
                    table.ForeignKey(
                        name: "FK_races_case_races_inspection_finding_finding_id",
                        column: x => x.finding_id,
                        principalTable: "races_inspection_finding",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_races_case_races_inspection_inspection_id",
                        column: x => x.inspection_id,
                        principalTable: "races_inspection",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "races_circular_file",
                columns: table => new
                {
                    CircularId = table.Column<long>(type: "INTEGER", nullable: false),
                    Format = table.Column<string>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_circular_file", x => new { x.CircularId, x.Format });
                    table.ForeignKey(
                        name: "FK_races_circular_file_races_circular_CircularId",
                        column: x => x.CircularId,
                        principalTable: "races_circular",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "races_objection_evidence",
                columns: table => new
                {
                    objection_id = table.Column<long>(type: "INTEGER", nullable: false),
                    evidence_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_objection_evidence", x => new { x.objection_id, x.evidence_id });
                    table.ForeignKey(
                        name: "FK_races_objection_evidence_projects_evidence_evidence_id",
                        column: x => x.evidence_id,
                        principalTable: "projects_evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_races_objection_evidence_races_objection_objection_id",
                        column: x => x.objection_id,
                        principalTable: "races_objection",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "races_objection_step",
                columns: table => new
                {
                    objection_id = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_races_objection_step", x => new { x.objection_id, x.revision });
                    table.ForeignKey(
                        name: "FK_races_objection_step_races_objection_objection_id",
                        column: x => x.objection_id,
                        principalTable: "races_objection",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_claim_UserId",
                table: "accounts_claim",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_duty_current",
                table: "accounts_duty",
                columns: new[] { "PersonId", "Role", "Unit" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_duty_one_administrator",
                table: "accounts_duty",
                column: "PersonId",
                unique: true,
                filter: "\"EndedAt\" IS NULL AND \"Role\" IN ('SystemAdministrator', 'SecurityAdministrator', 'AuditAdministrator')");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_login_UserId",
                table: "accounts_login",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_passkey_CredentialId",
                table: "accounts_passkey",
                column: "CredentialId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_passkey_PersonId",
                table: "accounts_passkey",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_password_PersonId",
                table: "accounts_password",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_person_NormalizedUserName",
                table: "accounts_person",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_program_token_Hash",
                table: "accounts_program_token",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_session_PersonId",
                table: "accounts_session",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_unit_current",
                table: "accounts_unit",
                column: "Code",
                unique: true,
                filter: "\"SupersededBy\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_ledger_entry_action",
                table: "kernel_ledger_entry",
                columns: new[] { "action", "at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_kernel_ledger_entry_at",
                table: "kernel_ledger_entry",
                columns: new[] { "at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_kernel_ledger_entry_by",
                table: "kernel_ledger_entry",
                columns: new[] { "by", "at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_kernel_ledger_entry_subject",
                table: "kernel_ledger_entry",
                columns: new[] { "subject", "at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_address_current",
                table: "notices_address",
                column: "Person",
                unique: true,
                filter: "\"ConfirmedAt\" IS NOT NULL AND \"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_notices_address_Person_AskedAt",
                table: "notices_address",
                columns: new[] { "Person", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_delivery_MadeAt",
                table: "notices_delivery",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_notices_delivery_Person_MadeAt",
                table: "notices_delivery",
                columns: new[] { "Person", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_delivery_State_NextAt",
                table: "notices_delivery",
                columns: new[] { "State", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_delivery_item_Reminder_Target",
                table: "notices_delivery_item",
                columns: new[] { "Reminder", "Target" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_feed_current",
                table: "notices_feed",
                column: "Person",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_notices_feed_Hash",
                table: "notices_feed",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_reminder_person",
                table: "notices_reminder",
                columns: new[] { "Person", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_reminder_Person_TaskKey_Due_Stage",
                table: "notices_reminder",
                columns: new[] { "Person", "TaskKey", "Due", "Stage" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_reminder_unread",
                table: "notices_reminder",
                column: "Person",
                filter: "\"ReadAt\" IS NULL AND \"DoneAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_notices_robot_Owner_MadeAt",
                table: "notices_robot",
                columns: new[] { "Owner", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "ix_projects_baseline_under_way",
                table: "projects_baseline",
                columns: new[] { "season", "project" },
                unique: true,
                filter: "state IN ('Submitted', 'Checked')");

            migrationBuilder.CreateIndex(
                name: "ix_projects_baseline_version",
                table: "projects_baseline",
                columns: new[] { "season", "project", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_projects_change_undoes_id",
                table: "projects_change",
                column: "undoes_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_evidence_hash",
                table: "projects_evidence",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_projects_evidence_project",
                table: "projects_evidence",
                columns: new[] { "season", "project" });

            migrationBuilder.CreateIndex(
                name: "ix_projects_evidence_replaces",
                table: "projects_evidence",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_filing_month",
                table: "projects_filing",
                columns: new[] { "season", "month", "project" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_projects_filing_deadlines_version",
                table: "projects_filing_deadlines",
                columns: new[] { "season", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_projects_filing_step_revision",
                table: "projects_filing_step",
                columns: new[] { "filing_id", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_projects_finding_change",
                table: "projects_finding",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_finding_current",
                table: "projects_finding",
                columns: new[] { "season", "project", "kind", "found_on" },
                unique: true,
                filter: "superseded_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_finding_replaces",
                table: "projects_finding",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_finding_superseded",
                table: "projects_finding",
                column: "superseded_by",
                filter: "superseded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_holiday_change",
                table: "projects_holiday",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_holiday_current",
                table: "projects_holiday",
                columns: new[] { "season", "date" },
                unique: true,
                filter: "superseded_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_holiday_replaces",
                table: "projects_holiday",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_holiday_superseded",
                table: "projects_holiday",
                column: "superseded_by",
                filter: "superseded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_identifier_change",
                table: "projects_identifier",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_identifier_current",
                table: "projects_identifier",
                columns: new[] { "project", "scheme", "value" },
                unique: true,
                filter: "superseded_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_identifier_replaces",
                table: "projects_identifier",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_identifier_superseded",
                table: "projects_identifier",
                column: "superseded_by",
                filter: "superseded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_issue_change",
                table: "projects_issue",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_issue_current",
                table: "projects_issue",
                columns: new[] { "season", "project", "title" },
                unique: true,
                filter: "superseded_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_issue_replaces",
                table: "projects_issue",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_issue_superseded",
                table: "projects_issue",
                column: "superseded_by",
                filter: "superseded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_lineage_change",
                table: "projects_lineage",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_lineage_current",
                table: "projects_lineage",
                columns: new[] { "predecessor", "successor", "kind" },
                unique: true,
                filter: "superseded_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_lineage_replaces",
                table: "projects_lineage",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_lineage_superseded",
                table: "projects_lineage",
                column: "superseded_by",
                filter: "superseded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_milestone_change",
                table: "projects_milestone",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_milestone_current",
                table: "projects_milestone",
                columns: new[] { "season", "project", "name" },
                unique: true,
                filter: "superseded_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_milestone_replaces",
                table: "projects_milestone",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_milestone_superseded",
                table: "projects_milestone",
                column: "superseded_by",
                filter: "superseded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_parcel_change",
                table: "projects_parcel",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_parcel_current",
                table: "projects_parcel",
                column: "project",
                unique: true,
                filter: "superseded_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_parcel_replaces",
                table: "projects_parcel",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_parcel_superseded",
                table: "projects_parcel",
                column: "superseded_by",
                filter: "superseded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_place_change",
                table: "projects_place",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_place_current",
                table: "projects_place",
                column: "project",
                unique: true,
                filter: "superseded_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_place_replaces",
                table: "projects_place",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_place_superseded",
                table: "projects_place",
                column: "superseded_by",
                filter: "superseded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_plan_change",
                table: "projects_plan",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_plan_current",
                table: "projects_plan",
                columns: new[] { "season", "project", "month" },
                unique: true,
                filter: "superseded_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_plan_replaces",
                table: "projects_plan",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_plan_superseded",
                table: "projects_plan",
                column: "superseded_by",
                filter: "superseded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_project_change",
                table: "projects_project",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_project_current",
                table: "projects_project",
                columns: new[] { "season", "project" },
                unique: true,
                filter: "superseded_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_project_replaces",
                table: "projects_project",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_project_superseded",
                table: "projects_project",
                column: "superseded_by",
                filter: "superseded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_report_change",
                table: "projects_report",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_report_current",
                table: "projects_report",
                columns: new[] { "season", "project", "month" },
                unique: true,
                filter: "superseded_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_report_replaces",
                table: "projects_report",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_report_superseded",
                table: "projects_report",
                column: "superseded_by",
                filter: "superseded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_saved_view_current",
                table: "projects_saved_view",
                column: "name",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_projects_saved_view_replaces_id",
                table: "projects_saved_view",
                column: "replaces_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_projects_sending_receipt_key",
                table: "projects_sending_receipt",
                columns: new[] { "person", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_projects_statistic_change",
                table: "projects_statistic",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_statistic_current",
                table: "projects_statistic",
                columns: new[] { "season", "project", "month" },
                unique: true,
                filter: "superseded_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_statistic_replaces",
                table: "projects_statistic",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_statistic_superseded",
                table: "projects_statistic",
                column: "superseded_by",
                filter: "superseded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_unit_change",
                table: "projects_unit",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_unit_current",
                table: "projects_unit",
                columns: new[] { "season", "code" },
                unique: true,
                filter: "superseded_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_unit_replaces",
                table: "projects_unit",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_unit_superseded",
                table: "projects_unit",
                column: "superseded_by",
                filter: "superseded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_races_calendar_Season_Version",
                table: "races_calendar",
                columns: new[] { "Season", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_case_finding_id",
                table: "races_case",
                column: "finding_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_case_inspection_id",
                table: "races_case",
                column: "inspection_id");

            migrationBuilder.CreateIndex(
                name: "IX_races_case_season_round",
                table: "races_case",
                columns: new[] { "season", "round" });

            migrationBuilder.CreateIndex(
                name: "IX_races_circular_IssuedRoundId",
                table: "races_circular",
                column: "IssuedRoundId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_circular_Number",
                table: "races_circular",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_circular_RoundId",
                table: "races_circular",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "ix_races_disclosure_round",
                table: "races_disclosure",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_races_disclosure_version",
                table: "races_disclosure",
                columns: new[] { "kind", "key", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_freeze_Season_Round_Version",
                table: "races_freeze",
                columns: new[] { "Season", "Round", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_inspection_season_round_project",
                table: "races_inspection",
                columns: new[] { "season", "round", "project" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_inspection_state",
                table: "races_inspection",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_races_inspection_finding_inspection_id_report_item",
                table: "races_inspection_finding",
                columns: new[] { "inspection_id", "report", "item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_races_life_publish_at",
                table: "races_life",
                column: "publish_at");

            migrationBuilder.CreateIndex(
                name: "IX_races_log_entry_Bundle",
                table: "races_log_entry",
                column: "Bundle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_log_entry_RoundId",
                table: "races_log_entry",
                column: "RoundId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_objection_edition_id",
                table: "races_objection",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "IX_races_objection_number",
                table: "races_objection",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_races_objection_open",
                table: "races_objection",
                columns: new[] { "season", "round", "project", "item" },
                unique: true,
                filter: "state IN ('Submitted', 'Received')");

            migrationBuilder.CreateIndex(
                name: "ix_races_objection_sequence",
                table: "races_objection",
                columns: new[] { "season", "round", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_objection_evidence_evidence_id",
                table: "races_objection_evidence",
                column: "evidence_id");

            migrationBuilder.CreateIndex(
                name: "IX_races_review_season_round_number",
                table: "races_review",
                columns: new[] { "season", "round", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_review_attendee_meeting_id_name",
                table: "races_review_attendee",
                columns: new[] { "meeting_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_races_review_signature_person",
                table: "races_review_signature",
                columns: new[] { "meeting_id", "signed_by", "bundle_hash", "agenda" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_round_FreezeId",
                table: "races_round",
                column: "FreezeId");

            migrationBuilder.CreateIndex(
                name: "IX_races_round_Season_Round_Edition",
                table: "races_round",
                columns: new[] { "Season", "Round", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_round_SupersedesId",
                table: "races_round",
                column: "SupersedesId");

            migrationBuilder.CreateIndex(
                name: "IX_races_rule_set_Code_Version",
                table: "races_rule_set",
                columns: new[] { "Code", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_rule_set_Hash",
                table: "races_rule_set",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_standing_RoundId_Project",
                table: "races_standing",
                columns: new[] { "RoundId", "Project" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_standing_RoundId_Unit",
                table: "races_standing",
                columns: new[] { "RoundId", "Unit" });

            migrationBuilder.CreateIndex(
                name: "IX_races_template_Kind_Version",
                table: "races_template",
                columns: new[] { "Kind", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_races_unit_standing_RoundId_Unit",
                table: "races_unit_standing",
                columns: new[] { "RoundId", "Unit" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_answered_challenge");

            migrationBuilder.DropTable(
                name: "accounts_claim");

            migrationBuilder.DropTable(
                name: "accounts_duty");

            migrationBuilder.DropTable(
                name: "accounts_login");

            migrationBuilder.DropTable(
                name: "accounts_passkey");

            migrationBuilder.DropTable(
                name: "accounts_password");

            migrationBuilder.DropTable(
                name: "accounts_program_token");

            migrationBuilder.DropTable(
                name: "accounts_session");

            migrationBuilder.DropTable(
                name: "accounts_token");

            migrationBuilder.DropTable(
                name: "accounts_unit");

            migrationBuilder.DropTable(
                name: "audit_check");

            migrationBuilder.DropTable(
                name: "kernel_ledger_batch");

            migrationBuilder.DropTable(
                name: "kernel_ledger_entry");

            migrationBuilder.DropTable(
                name: "notices_address");

            migrationBuilder.DropTable(
                name: "notices_delivery_item");

            migrationBuilder.DropTable(
                name: "notices_feed");

            migrationBuilder.DropTable(
                name: "notices_lease");

            migrationBuilder.DropTable(
                name: "notices_robot");

            migrationBuilder.DropTable(
                name: "notices_settings");

            migrationBuilder.DropTable(
                name: "projects_baseline");

            migrationBuilder.DropTable(
                name: "projects_filing_deadlines");

            migrationBuilder.DropTable(
                name: "projects_filing_step");

            migrationBuilder.DropTable(
                name: "projects_finding");

            migrationBuilder.DropTable(
                name: "projects_holiday");

            migrationBuilder.DropTable(
                name: "projects_identifier");

            migrationBuilder.DropTable(
                name: "projects_issue");

            migrationBuilder.DropTable(
                name: "projects_lineage");

            migrationBuilder.DropTable(
                name: "projects_milestone");

            migrationBuilder.DropTable(
                name: "projects_parcel");

            migrationBuilder.DropTable(
                name: "projects_place");

            migrationBuilder.DropTable(
                name: "projects_plan");

            migrationBuilder.DropTable(
                name: "projects_project");

            migrationBuilder.DropTable(
                name: "projects_report");

            migrationBuilder.DropTable(
                name: "projects_saved_view");

            migrationBuilder.DropTable(
                name: "projects_sending_receipt");

            migrationBuilder.DropTable(
                name: "projects_statistic");

            migrationBuilder.DropTable(
                name: "projects_unit");

            migrationBuilder.DropTable(
                name: "races_bundle");

            migrationBuilder.DropTable(
                name: "races_calendar");

            migrationBuilder.DropTable(
                name: "races_case");

            migrationBuilder.DropTable(
                name: "races_circular_file");

            migrationBuilder.DropTable(
                name: "races_cohort");

            migrationBuilder.DropTable(
                name: "races_disclosure");

            migrationBuilder.DropTable(
                name: "races_draw");

            migrationBuilder.DropTable(
                name: "races_frozen_package");

            migrationBuilder.DropTable(
                name: "races_inspection_step");

            migrationBuilder.DropTable(
                name: "races_life_step");

            migrationBuilder.DropTable(
                name: "races_log_checkpoint");

            migrationBuilder.DropTable(
                name: "races_log_entry");

            migrationBuilder.DropTable(
                name: "races_log_key");

            migrationBuilder.DropTable(
                name: "races_objection_evidence");

            migrationBuilder.DropTable(
                name: "races_objection_step");

            migrationBuilder.DropTable(
                name: "races_review_attendee");

            migrationBuilder.DropTable(
                name: "races_review_decision");

            migrationBuilder.DropTable(
                name: "races_review_signature");

            migrationBuilder.DropTable(
                name: "races_rule_set");

            migrationBuilder.DropTable(
                name: "races_standing");

            migrationBuilder.DropTable(
                name: "races_template");

            migrationBuilder.DropTable(
                name: "races_unit_standing");

            migrationBuilder.DropTable(
                name: "accounts_person");

            migrationBuilder.DropTable(
                name: "notices_delivery");

            migrationBuilder.DropTable(
                name: "notices_reminder");

            migrationBuilder.DropTable(
                name: "projects_filing");

            migrationBuilder.DropTable(
                name: "projects_change");

            migrationBuilder.DropTable(
                name: "races_inspection_finding");

            migrationBuilder.DropTable(
                name: "races_circular");

            migrationBuilder.DropTable(
                name: "races_life");

            migrationBuilder.DropTable(
                name: "projects_evidence");

            migrationBuilder.DropTable(
                name: "races_objection");

            migrationBuilder.DropTable(
                name: "races_review");

            migrationBuilder.DropTable(
                name: "races_inspection");

            migrationBuilder.DropTable(
                name: "races_round");

            migrationBuilder.DropTable(
                name: "races_freeze");
        }
    }
}
