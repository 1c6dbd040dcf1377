using Saima.Kernel.Refusals;

namespace Saima.Projects.Views;

/// <summary>What the saved views say.</summary>
internal static class ViewWords
{
    public static Phrase Title { get; } = new("常用筛选", "Saved views");

    public static Phrase Help { get; } = new("条件、顺序和显示的列存成一个名称，人人可用；网址也可以直接发给别人。", "Conditions, order and columns under one name, for everybody; the address can be sent to others, too.");

    public static Phrase Keep { get; } = new("保存当前筛选", "Save this view");

    public static Phrase Manage { get; } = new("管理", "Manage");

    public static Phrase Copy { get; } = new("复制网址", "Copy the address");

    public static Phrase Copied { get; } = new("已复制", "Copied");

    public static Phrase Name { get; } = new("名称", "Name");

    public static Phrase NameHint { get; } = new("例如：本月要调度的项目", "e.g. projects to be looked into this month");

    public static Phrase Everything { get; } = new("没有条件：全部项目。", "No condition: all projects.");

    public static Phrase None { get; } = new("还没有常用筛选。在项目库里选好条件，再点“保存当前筛选”。", "No saved views yet. Choose conditions in the list, then “Save this view”.");

    public static Phrase Rename { get; } = new("改名", "Rename");

    public static Phrase Remove { get; } = new("移除", "Remove");

    public static Phrase Restore { get; } = new("恢复", "Bring back");

    public static Phrase Removed { get; } = new("最近移除的", "Taken away lately");

    public static Phrase By(string by, string at) => new($"{by} 于 {at} 保存", $"saved by {by}, {at}");

    public static Phrase Saved(string name) => new($"已保存为“{name}”。", $"Saved as “{name}”.");

    public static Phrase Renamed(string name) => new($"已改名为“{name}”。", $"Renamed to “{name}”.");

    public static Phrase Gone(string name) => new($"已移除“{name}”，可在下面恢复。", $"“{name}” is removed; it can be brought back below.");
}
