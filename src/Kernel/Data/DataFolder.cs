using Microsoft.Extensions.Configuration;

namespace Saima.Kernel.Data;

/// <summary>Where files are kept that are not in the database: <c>SAIMA_DATA</c>, else beside the database, else <c>data</c>.</summary>
public static class DataFolder
{
    public static string Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Of(configuration, DatabaseAddress.Choose(configuration["db"]));
    }

    public static string Of(IConfiguration configuration, DatabaseAddress address)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(address);
        var given = configuration["SAIMA_DATA"] ?? Environment.GetEnvironmentVariable("SAIMA_DATA");
        return Path.GetFullPath(!string.IsNullOrWhiteSpace(given) ? given : address.File is { } file ? Path.GetDirectoryName(Path.GetFullPath(file))! : "data");
    }
}
