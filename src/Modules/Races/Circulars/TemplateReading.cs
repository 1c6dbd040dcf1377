using Saima.Kernel.Refusals;
using Scriban.Syntax;

namespace Saima.Modules.Races.Circulars;

/// <summary>Names that can be used at a place.</summary>
internal sealed record TemplateScope
{
    public IReadOnlyList<TemplateField> Fields { get; init; } = [];

    /// <summary>Entries of lists, by the name the template gave them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TemplateField>> Entries { get; init; } = new Dictionary<string, IReadOnlyList<TemplateField>>();

    public TemplateScope With(string name, IReadOnlyList<TemplateField> fields) => this with { Entries = new Dictionary<string, IReadOnlyList<TemplateField>>(Entries) { [name] = fields } };
}

/// <summary>Goes through a parsed section and tells what it may not use.</summary>
internal sealed class TemplateReading(TemplateSection section, string text, List<Problem> problems)
{
    public void Read(ScriptNode? node, TemplateScope scope)
    {
        switch (node)
        {
            case null or ScriptToken or ScriptKeyword or ScriptLiteral or ScriptRawStatement or ScriptEscapeStatement or ScriptNopStatement or ScriptEndStatement:
                return;
            case ScriptForStatement loop:
                Loop(loop, scope);
                return;
            case ScriptMemberExpression member:
                Member(member, scope);
                return;
            case ScriptVariable variable:
                Variable(variable, scope);
                return;
            case ScriptPage or ScriptBlockStatement or ScriptExpressionStatement or ScriptIfStatement or ScriptElseStatement or ScriptNestedExpression or ScriptUnaryExpression or ScriptList:
                break;
            case ScriptBinaryExpression
            {
                Operator: ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual or ScriptBinaryOperator.CompareGreater or ScriptBinaryOperator.CompareLess
                or ScriptBinaryOperator.CompareGreaterOrEqual or ScriptBinaryOperator.CompareLessOrEqual or ScriptBinaryOperator.And or ScriptBinaryOperator.Or
            }:
                break;
            default:
                Add(node, new("模板里不能这样写", "This cannot be used in a template"), new("只用字段、if … else … end 和 for … in … end", "Use fields, if … else … end and for … in … end only"));
                return;
        }

        for (var at = 0; at < node.ChildrenCount; at++)
        {
            Read(node.GetChildren(at), scope);
        }
    }

    private void Loop(ScriptForStatement loop, TemplateScope scope)
    {
        var name = (loop.Variable as ScriptVariable)?.Name;
        if (name is null || loop.Iterator is not ScriptVariable list || scope.Entries.ContainsKey(list.Name) || scope.Fields.FirstOrDefault(field => field.Name == list.Name) is not { Items: { } items })
        {
            Add(loop, new("for 后面要是一个列表", "What follows “in” must be a list"), new($"可用的列表有：{string.Join('、', scope.Fields.Where(field => field.Items is not null).Select(field => field.Name))}", $"There are these lists: {string.Join(", ", scope.Fields.Where(field => field.Items is not null).Select(field => field.Name))}"));
            return;
        }

        Read(loop.Body, scope.With(name, items));
    }

    private void Member(ScriptMemberExpression member, TemplateScope scope)
    {
        if (member.Target is ScriptVariable { Name: "for" } && member.Member is ScriptVariable { Name: "index" or "first" or "last" })
        {
            return;
        }

        if (member.Target is not ScriptVariable target || member.Member is not ScriptVariable field || !scope.Entries.TryGetValue(target.Name, out var fields))
        {
            Add(member, new("点号前面要是 for 里起的名字", "What stands before the dot must be a name given in a for"), new("例如 {{ for 项 in 黄旗项目 }}{{ 项.名称 }}{{ end }}", "E.g. {{ for 项 in 黄旗项目 }}{{ 项.名称 }}{{ end }}"));
        }
        else if (fields.All(one => one.Name != field.Name))
        {
            Unknown(field, fields);
        }
    }

    private void Variable(ScriptVariable variable, TemplateScope scope)
    {
        if (scope.Entries.ContainsKey(variable.Name) || scope.Fields.All(field => field.Name != variable.Name))
        {
            Unknown(variable, scope.Fields);
        }
        else if (scope.Fields.First(field => field.Name == variable.Name).Items is not null)
        {
            Add(variable, new($"“{variable.Name}”是列表，不能直接写出来", $"“{variable.Name}” is a list and cannot be written as it is"), new("用 for … in … end 逐项写，或用一张表", "Write its entries with for … in … end, or place a table"));
        }
    }

    private void Unknown(ScriptVariable variable, IReadOnlyList<TemplateField> fields) =>
        Add(variable, new($"没有“{variable.Name}”这个字段", $"There is no field “{variable.Name}”"), new($"可用的有：{string.Join('、', fields.Select(field => field.Name))}", $"There are: {string.Join(", ", fields.Select(field => field.Name))}"));

    private void Add(ScriptNode node, Phrase message, Phrase remedy) =>
        problems.Add(CircularRefusals.At(section, node.Span.Start.Line + 1, node.Span.Start.Column + 1, CheckTemplate.LineOf(text, node.Span.Start.Line), message, remedy));
}
