using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Notices.Deliveries;

namespace Saima.Modules.Notices.Channels;

/// <summary>A robot as typed.</summary>
/// <param name="Secret">What DingTalk and Feishu show for signing; the secret of a generic one is drawn here.</param>
public sealed record TypedRobot(RobotKind? Kind, string Name, string Address, string Secret);

/// <summary>Adds a robot of a person or of a unit's group. Address and secret are encrypted; the ledger says whom it calls, not how.</summary>
public static class AddRobot
{
    public const int Most = 5;
    private const int LongestName = 40;
    private const int LongestAddress = 500;

    /// <param name="owner">Stable id of the person, or a unit.</param>
    /// <returns>The secret that was drawn, shown once; empty where none was.</returns>
    public static async Task<Outcome<AddedRobot>> Run(SaimaDb db, TimeProvider time, NoticeSecrets secrets, (CallableNetworks Networks, Actor Actor) by, string owner, TypedRobot typed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentNullException.ThrowIfNull(typed);
        var problems = Check(typed, by.Networks, out var address);
        if (problems.Count > 0)
        {
            return NoticeRefusals.Faulty(problems);
        }

        var (now, kind) = (time.GetUtcNow(), typed.Kind!.Value);
        var drawn = kind == RobotKind.Generic ? RobotMessages.SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) : null;
        var secret = drawn ?? (kind == RobotKind.WeCom || typed.Secret.Trim().Length == 0 ? null : typed.Secret.Trim());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Robot>().CountAsync(one => one.Owner == owner && one.EndedAt == null, cancel) >= Most)
        {
            return NoticeRefusals.TooManyRobots(Most);
        }

        var robot = new Robot
        {
            Id = Guid.NewGuid(),
            Owner = owner,
            Kind = kind,
            Name = typed.Name.Trim(),
            Host = address!.Host,
            SealedAddress = secrets.Seal(address.AbsoluteUri),
            SealedSecret = secret is null ? null : secrets.Seal(secret),
            MadeBy = by.Actor.Name,
            MadeAt = now,
        };
        db.Add(robot);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await AppendToLedger.Run(db, now, by.Actor.Name, [new("notices.add-robot", EndRobot.Subject(robot.Id), null, null, JsonSerializer.Serialize(new { owner, kind = kind.ToString(), name = robot.Name, host = robot.Host }))], cancel);
        await transaction.CommitAsync(cancel);
        return new AddedRobot(robot, drawn);
    }

    private static List<Problem> Check(TypedRobot typed, CallableNetworks networks, out Uri? address)
    {
        var problems = new List<Problem>();
        if (typed.Kind is null)
        {
            problems.Add(NoticeRefusals.Field("kind", null, "NO_KIND", new("没有选种类。", "No kind was chosen."), new("从列表里选。", "Choose from the list.")));
        }

        if (typed.Name.Trim().Length is 0 or > LongestName)
        {
            problems.Add(NoticeRefusals.Field("name", typed.Name, "NO_NAME", new("没有填名称，或者太长。", "The name is missing or too long."), new($"填 {LongestName} 个字以内的名称，自己认得就行。", $"Give a name of at most {LongestName} characters by which you know it.")));
        }

        // Whether the name leads to an address that may be called is looked at whenever it is called.
        var whole = Uri.TryCreate(typed.Address.Trim(), UriKind.Absolute, out address) && typed.Address.Trim().Length <= LongestAddress && address.UserInfo.Length == 0 && address.Host.Length > 0;
        if (!whole || !(address!.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && networks.Named.Count > 0)))
        {
            problems.Add(NoticeRefusals.Field("url", null, "NO_WEB_ADDRESS", new("不是 https 地址。", "It is no https address."), new("从群机器人的设置里复制整个地址，以 https:// 开头。", "Copy the whole address from the robot's settings; it begins with https://.")));
        }

        if (typed.Secret.Trim().Length > LongestAddress)
        {
            problems.Add(NoticeRefusals.Field("secret", null, "SECRET_TOO_LONG", new("密钥太长。", "The secret is too long."), new("从机器人的安全设置里复制。", "Copy it from the robot's security settings.")));
        }

        return problems;
    }
}

/// <param name="Secret">Shown once; empty where none was drawn.</param>
public sealed record AddedRobot(Robot Robot, string? Secret);
