using Microsoft.AspNetCore.Http;

namespace Saima.Ui;

/// <summary>A page or file whose being opened is in the ledger, before it is shown.</summary>
/// <param name="action">Of <c>RecordLook</c>: a look at personal data or an export.</param>
/// <param name="subject">What the ledger calls it; a part of the address in braces stands for itself. Empty for the address.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordedAttribute(string action, string subject = "") : Attribute
{
    public string Action { get; } = action;

    public string Subject { get; } = subject;

    /// <summary>What the ledger calls what is asked for.</summary>
    public string SubjectOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Subject.Length == 0
            ? request.Path.ToUriComponent().Trim('/')
            : request.RouteValues.Aggregate(Subject, (text, part) => text.Replace($"{{{part.Key}}}", Convert.ToString(part.Value, System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }
}
