using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Accounts.Units;

/// <summary>A unit as somebody typed it.</summary>
/// <param name="BasedOn">The version that was on the screen; empty if there was none.</param>
/// <param name="Parent">Empty for directly below the district.</param>
public sealed record UnitOrder(string Code, string? Parent, UnitKind? Kind, string Name, long? BasedOn, string Reason)
{
    /// <summary>It must not be there yet.</summary>
    public bool IsNew { get; init; }
}

/// <summary>Adds a unit to the tree, or gives it another place or name by a new version. No unit lies below itself.</summary>
public static partial class KeepUnit
{
    private const int LongestName = 60;

    public static async Task<Outcome<Unit>> Run(SaimaDb db, TimeProvider time, Actor actor, UnitOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        var (code, name, reason) = (order.Code.Trim(), order.Name.Trim(), order.Reason.Trim());
        var parent = string.IsNullOrWhiteSpace(order.Parent) ? null : order.Parent.Trim();
        await using var transaction = await Begin(db, cancel);
        var tree = await UnitTree.Read(db, cancel);
        var problems = Problems(order, code, name, reason, parent, tree).ToList();
        if (problems.Count > 0)
        {
            return AccountRefusals.Faulty(problems);
        }

        var current = await db.Set<Unit>().SingleOrDefaultAsync(unit => unit.Code == code && unit.SupersededBy == null, cancel);
        if (current is { Withdrawn: false } && current.Id != order.BasedOn)
        {
            return AccountRefusals.UnitChanged(current.By);
        }

        var unit = await Write(db, current, new() { Code = code, Parent = parent, Kind = order.Kind!.Value, Name = name, By = actor.Name, At = time.GetUtcNow(), Reason = reason }, cancel);
        await transaction.CommitAsync(cancel);
        return unit;
    }

    /// <summary>One change of the tree at a time, or two moves could close a circle.</summary>
    internal static async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> Begin(SaimaDb db, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (db.Database.GetDbConnection() is NpgsqlConnection)
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE accounts_unit IN EXCLUSIVE MODE", cancel);
        }

        return transaction;
    }

    /// <summary>Puts a version in the place of the one before, and both into the ledger.</summary>
    internal static async Task<Unit> Write(SaimaDb db, Unit? before, Unit unit, CancellationToken cancel)
    {
        if (before is not null)
        {
            // Names itself until the new version has a number, because only one may be current.
            before.SupersededBy = before.Id;
            await db.SaveChangesAsync(cancel);
        }

        db.Add(unit);
        await db.SaveChangesAsync(cancel);
        if (before is not null)
        {
            before.SupersededBy = unit.Id;
            await db.SaveChangesAsync(cancel);
        }

        await AppendToLedger.Run(db, unit.At, unit.By, [new(unit.Withdrawn ? "accounts.withdraw-unit" : "accounts.unit", Subject(unit.Code), unit.Reason, before is { Withdrawn: false } ? Text(before) : null, unit.Withdrawn ? null : Text(unit))], cancel);
        return unit;
    }

    internal static string Subject(string code) => $"accounts/unit/{code}";

    private static IEnumerable<Problem> Problems(UnitOrder order, string code, string name, string reason, string? parent, UnitTree tree)
    {
        if (!Written().IsMatch(code))
        {
            yield return AccountRefusals.Field("code", code, "BAD_CODE", new("单位代码要用 1 到 40 个字母、数字或横线。", "A unit's code is 1 to 40 letters, digits or dashes."), new("改成那样。", "Write it like that."));
        }
        else if (order.IsNew && tree.Units.TryGetValue(code, out var known))
        {
            yield return AccountRefusals.Field("code", code, "UNIT_EXISTS", new($"代码 {code} 已经是“{known.Name}”。", $"{code} is “{known.Name}” already."), new("换一个代码，或去修改那个单位。", "Take another code, or edit that unit."));
        }

        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            yield return AccountRefusals.Field("name", name, "BAD_NAME", new("名称没有填，或太长。", "There is no name, or it is too long."), new($"写 1 到 {LongestName} 个字。", $"Write 1 to {LongestName} characters."));
        }

        if (order.Kind is null)
        {
            yield return AccountRefusals.Field("kind", null, "NO_KIND", new("没有选类别。", "No kind is chosen."), new("从列表里选。", "Choose from the list."));
        }

        if (parent is not null && !tree.Units.ContainsKey(parent))
        {
            yield return AccountRefusals.Field("parent", parent, "UNKNOWN_UNIT", new($"没有单位 {parent}。", $"There is no unit {parent}."), new("从列表里选。", "Choose from the list."));
        }
        else if (parent is not null && tree.Within(code).Contains(parent))
        {
            yield return AccountRefusals.Field("parent", parent, "UNIT_CIRCLE", new($"{tree.Units[parent].Name}在这个单位之下，不能作它的上级。", $"{tree.Units[parent].Name} lies below this unit and cannot be above it."), new("选别的上级。", "Choose another unit above."));
        }

        if (reason.Length is 0 or > 200)
        {
            yield return AccountRefusals.Field("reason", null, "WHY_MISSING", new("请写明依据。", "Say on what ground."), new("不超过 200 个字。", "Use at most 200 characters."));
        }
    }

    private static string Text(Unit unit) => JsonSerializer.Serialize(new { name = unit.Name, kind = unit.Kind.ToString().ToLowerInvariant(), parent = unit.Parent });

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$")]
    private static partial Regex Written();
}
