using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>What the lists of deliveries say.</summary>
public static class DeliveryWords
{
    public static Phrase Deliveries { get; } = new("提醒发送", "Deliveries");

    public static Phrase Help { get; } = new(
        "邮件和机器人消息发到哪一步了。这里看不到消息内容，也看不到邮箱和机器人地址。失败的会自动重试，约一天后放弃。",
        "How far mails and messages to robots have come. What they say, and addresses, are not shown here. What fails is tried again by itself and given up after about a day.");

    public static Phrase Own { get; } = new("发送记录", "What was sent");

    public static Phrase OwnHelp { get; } = new("发给您的邮件和机器人消息。", "Mails and messages to robots that were sent to you.");

    public static Phrase None { get; } = new("还没有发送过。", "Nothing has been sent yet.");

    public static Phrase Nothing { get; } = new("没有符合条件的发送", "No deliveries match");

    public static Phrase Search { get; } = new("收件人", "To whom");

    public static Phrase SearchHint { get; } = new("姓名、拼音首字母或单位", "name, initials or unit");

    public static Phrase All { get; } = new("全部", "All");

    public static Phrase MadeAt { get; } = new("时间", "Made");

    public static Phrase To { get; } = new("收件人", "To");

    public static Phrase Channel { get; } = new("渠道", "Channel");

    public static Phrase What { get; } = new("内容", "Holds");

    public static Phrase State { get; } = new("状态", "State");

    public static Phrase Attempts { get; } = new("次数", "Attempts");

    public static Phrase Next { get; } = new("下次或完成", "Next or done");

    public static Phrase Fault { get; } = new("原因", "Why not");

    public static Phrase Retry { get; } = new("重发", "Send again");

    public static Phrase Retried { get; } = new("一分钟内重新发送；在免打扰时段的，等时段过后。", "It is sent again within a minute, or after quiet hours.");

    public static Phrase Excel { get; } = new("导出表格", "Workbook");

    public static Phrase RetryOf(string name) => new($"重发给 {name}", $"Send again to {name}");

    public static Phrase Count(int count) => new($"共 {Number(count)} 条", count == 1 ? "1 delivery" : $"{Number(count)} deliveries");

    public static Phrase ChannelOf(DeliveryChannel channel) => channel == DeliveryChannel.Mail ? new("邮件", "e-mail") : new("机器人", "robot");

    public static Phrase WhatOf(Delivery delivery, int reminders)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.Confirms is not null ? new("确认邮箱", "confirms an address") : new($"{Number(reminders)} 条提醒", reminders == 1 ? "1 reminder" : $"{Number(reminders)} reminders");
    }

    public static Phrase StateOf(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => new("等待发送", "waiting"),
        DeliveryState.Sending => new("发送中", "being sent"),
        DeliveryState.Sent => new("已发送", "sent"),
        DeliveryState.Failed => new("稍后重试", "to be tried again"),
        DeliveryState.GaveUp => new("已放弃", "given up"),
        _ => new("不再需要", "not needed"),
    };

    /// <summary>When it goes on, or when it ended.</summary>
    public static DateTimeOffset? When(Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.State switch { DeliveryState.Waiting or DeliveryState.Failed => delivery.NextAt, DeliveryState.Sending => null, _ => delivery.EndedAt };
    }

    public static Phrase FaultOf(DeliveryFault fault) => fault switch
    {
        DeliveryFault.Timeout => new("对方没有及时回答", "no answer in time"),
        DeliveryFault.Unreachable => new("连不上对方", "no connection"),
        DeliveryFault.Later => new("对方暂时不收", "not taken for now"),
        DeliveryFault.Refused => new("对方拒收", "refused"),
        DeliveryFault.Redirected => new("对方转到别处，不跟过去", "points elsewhere, which is not followed"),
        DeliveryFault.Forbidden => new("地址在不许访问的网络里", "lies in a network that must not be called"),
        DeliveryFault.Interrupted => new("发送时中断", "interrupted while sending"),
        _ => new("保存的地址或密钥解不开", "address or secret cannot be decrypted"),
    };

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
