using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Saima.Modules.Accounts;

/// <summary>Addresses of the accounts.</summary>
public static class AccountsLinks
{
    public const string SignIn = "/sign-in";
    public const string SecondFactor = "/sign-in/code";
    public const string Passkey = "/sign-in/passkey";
    public const string Provider = "/sign-in/provider";
    public const string ProviderAnswer = "/sign-in/provider/answer";
    public const string ProviderDone = "/sign-in/provider/done";
    public const string BindProvider = "/account/provider";
    public const string Setup = "/setup";
    public const string Own = "/account";
    public const string People = "/people";
    public const string Workbook = "/people.xlsx";
    public const string AddPerson = "/people/add";

    public const string Tokens = "/people/tokens";
    public const string Units = "/people/units";
    public const string AddUnit = "/people/units/add";

    public static string Unit(string code) => $"/people/units/{Uri.EscapeDataString(code)}";

    public static string Person(Guid id) => string.Create(CultureInfo.InvariantCulture, $"/people/{id}");

    public static string ProviderFor(string address) => Provider + new QueryBuilder { { "return", address } };

    public static string ProviderFault(string fault) => ProviderDone + new QueryBuilder { { "fault", fault } };

    public static string BindWith(string ticket) => BindProvider + new QueryBuilder { { "ticket", ticket } };

    /// <summary>An address of this site and of no other; else the front page.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
