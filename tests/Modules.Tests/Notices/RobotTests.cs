using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Tasks;
using Saima.Modules.Notices.Channels;
using Saima.Modules.Notices.Deliveries;
using Saima.Modules.Notices.Reminders;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Notices;

/// <summary>Robots called over a socket, checked as the other side checks them.</summary>
public sealed class RobotTests
{
    private static readonly OpenTask Task1 = new("report/fill/1", new("填报 3 月月报：[示例]", "Fill in the report of March"), "/reports/fill", new(2024, 3, 8));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Each_kind_is_told_in_its_own_format_and_can_check_the_signature(string kind)
    {
        await using var board = NoticeBoard.Open(kind);
        await using var house = await RobotHouse.Open();
        board.Settings["SAIMA_WEBHOOK_NETWORKS"] = "127.0.0.0/8";
        var person = await board.AddPerson("填报员");
        var key = RandomNumberGenerator.GetBytes(32);
        await board.AddRobot(person, RobotKind.Generic, new(house.Address, "/generic"), RobotMessages.SecretPrefix + Convert.ToBase64String(key));
        await board.AddRobot(person, RobotKind.DingTalk, new(house.Address, "/ding?access_token=abc"), "SEC1");
        await board.AddRobot(person, RobotKind.WeCom, new(house.Address, "/wecom?key=k"), null);
        await board.AddRobot(person, RobotKind.Feishu, new(house.Address, "/feishu"), "fs");
        board.Give(person, Task1);
        await board.Turn();
        (await board.Deliveries()).ShouldAllBe(one => one.State == DeliveryState.Sent);
        var calls = house.Calls.ToDictionary(call => call.Path);
        calls.Count.ShouldBe(4);

        var generic = calls["/generic"];
        var signed = $"{generic.Heads["webhook-id"]}.{generic.Heads["webhook-timestamp"]}.{generic.Body}";
        generic.Heads["webhook-signature"].ShouldBe("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed))));
        generic.Heads["webhook-timestamp"].ShouldBe(board.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        JsonDocument.Parse(generic.Body).RootElement.GetProperty("data").GetProperty("tasks")[0].GetProperty("url").GetString().ShouldBe("https://saima.example.test/reports/fill");

        var query = HttpUtility.ParseQueryString(calls["/ding"].Query);
        query["access_token"].ShouldBe("abc");
        query["timestamp"].ShouldBe(board.Time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        query["sign"].ShouldBe(Convert.ToBase64String(HMACSHA256.HashData("SEC1"u8, Encoding.UTF8.GetBytes($"{query["timestamp"]}\nSEC1"))));
        JsonDocument.Parse(calls["/ding"].Body).RootElement.GetProperty("markdown").GetProperty("text").GetString()!.ShouldContain("[填报 3 月月报：［示例］](https://saima.example.test/reports/fill)");

        calls["/wecom"].Query.ShouldBe("?key=k");
        JsonDocument.Parse(calls["/wecom"].Body).RootElement.GetProperty("markdown").GetProperty("content").GetString()!.ShouldContain("赛马提醒：1 项待办临近期限");

        var feishu = JsonDocument.Parse(calls["/feishu"].Body).RootElement;
        feishu.GetProperty("sign").GetString().ShouldBe(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{feishu.GetProperty("timestamp").GetString()}\nfs"), Array.Empty<byte>())));
        (feishu.GetProperty("msg_type").GetString(), feishu.GetProperty("content").GetProperty("post").GetProperty("zh_cn").GetProperty("content")[0][0].GetProperty("tag").GetString()).ShouldBe(("post", "a"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_error_or_an_answer_that_says_no_is_tried_again_under_the_same_number_and_a_refusal_is_not(string kind)
    {
        await using var board = NoticeBoard.Open(kind);
        await using var house = await RobotHouse.Open();
        board.Settings["SAIMA_WEBHOOK_NETWORKS"] = "127.0.0.0/8";
        var person = await board.AddPerson("填报员");
        await board.AddRobot(person, RobotKind.DingTalk, new(house.Address, "/ding"), null);
        board.Give(person, Task1);
        house.Answers.Enqueue((500, ""));
        house.Answers.Enqueue((200, """{"errcode":310000,"errmsg":"sign not match"}"""));
        await board.Turn();
        (await board.Deliveries()).Single().FaultCode.ShouldBe("HTTP 500");
        board.Time.Advance(TimeSpan.FromMinutes(1));
        await board.Turn();
        var second = (await board.Deliveries()).Single();
        (second.State, second.FaultCode, second.NextAt - board.Time.GetUtcNow()).ShouldBe((DeliveryState.Failed, "errcode 310000", TimeSpan.FromMinutes(4)));
        board.Time.Advance(TimeSpan.FromMinutes(4));
        await board.Turn();
        (await board.Deliveries()).Single().State.ShouldBe(DeliveryState.Sent);
        house.Calls.Count.ShouldBe(3);

        var other = await board.AddPerson("另一位");
        await board.AddRobot(other, RobotKind.Generic, new(house.Address, "/generic"), RobotMessages.SecretPrefix + Convert.ToBase64String(new byte[32]));
        board.Give(other, Task1);
        house.Answers.Enqueue((302, ""));
        board.Time.Advance(TimeSpan.FromMinutes(31));
        await board.Turn();
        var redirected = (await board.Deliveries())[^1];
        (redirected.State, redirected.Fault).ShouldBe((DeliveryState.GaveUp, DeliveryFault.Redirected));
        house.Calls.ShouldNotContain(call => call.Path == "/elsewhere");
    }

    [Fact]
    public async Task What_lies_in_a_private_network_is_not_called_unless_it_is_named()
    {
        await using var board = NoticeBoard.Open("sqlite");
        await using var house = await RobotHouse.Open();
        var person = await board.AddPerson("填报员");
        await board.AddRobot(person, RobotKind.WeCom, new UriBuilder(house.Address) { Scheme = "https", Host = "localhost" }.Uri, null);
        board.Give(person, Task1);
        await board.Turn();
        var delivery = (await board.Deliveries()).Single();
        (delivery.State, delivery.Fault, house.Calls.Count).ShouldBe((DeliveryState.GaveUp, DeliveryFault.Forbidden, 0));
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("203.119.169.1", true)]
    [InlineData("2408:4001::1", true)]
    public void Only_public_addresses_are_called(string address, bool called)
    {
        new CallableNetworks([]).Allows(IPAddress.Parse(address), plain: false).ShouldBe(called);
        new CallableNetworks([]).Allows(IPAddress.Parse(address), plain: true).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_is_slow_or_says_too_much_is_not_waited_for()
    {
        await using var house = await RobotHouse.Open();
        using var calls = new RobotCalls(new([IPNetwork.Parse("127.0.0.0/8")])) { Patience = TimeSpan.FromMilliseconds(500) };
        house.Answers.Enqueue((200, new string('x', 5_000_000)));
        using var first = new HttpRequestMessage(HttpMethod.Post, house.Address);
        var (attempt, answer) = await calls.Send(RobotKind.Generic, first, Cancel);
        (attempt.Fault, answer.Length).ShouldBe((null, 209));
        house.Thinks = TimeSpan.FromSeconds(30);
        using var second = new HttpRequestMessage(HttpMethod.Post, house.Address);
        (await calls.Send(RobotKind.Generic, second, Cancel)).Attempt.Fault.ShouldBe(DeliveryFault.Timeout);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_units_group_is_told_what_its_reporters_and_checkers_have_to_do(string kind)
    {
        await using var board = NoticeBoard.Open(kind);
        await SampleDistrict.Load(board.Data);
        await using var house = await RobotHouse.Open();
        board.Settings["SAIMA_WEBHOOK_NETWORKS"] = "127.0.0.0/8";
        await board.AddRobot(Addressees.OfUnit("S05"), RobotKind.WeCom, new(house.Address, "/group"), null);
        await board.Turn();
        house.Calls.ShouldHaveSingleItem().Body.ShouldSatisfyAllConditions(body => body.ShouldContain("填报 2023 年 12 月月报"), body => body.ShouldContain("逾期"));
        await using var scope = board.Start().CreateAsyncScope();
        var names = await scope.ServiceProvider.GetRequiredService<Addressees>().Names(board.Data.Open(), [Addressees.OfUnit("S05")], Cancel);
        names.Values.ShouldBe(["示例镇甲"]);
    }
}
