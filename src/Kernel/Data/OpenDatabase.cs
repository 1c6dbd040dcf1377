using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Saima.Kernel.Modules;

namespace Saima.Kernel.Data;

/// <summary>Opens a database: creates it where there is none and brings its tables up to date.</summary>
public static class OpenDatabase
{
    /// <summary>Adds the database, the clock and what the modules bring.</summary>
    public static IServiceCollection AddSaima(
        this IServiceCollection services, DatabaseAddress address, IReadOnlyList<SaimaModule> modules, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(modules);
        services.AddSingleton(address);
        // Whoever starts the platform may bring a clock of their own.
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(modules);
        services.AddScoped(_ => new SaimaDb(address.Options().Options, modules));
        foreach (var module in modules)
        {
            module.AddServices(services, configuration);
        }

        return services;
    }

    /// <summary>Services on the database, migrated.</summary>
    public static ServiceProvider Run(DatabaseAddress address, IReadOnlyList<SaimaModule> modules)
    {
        ArgumentNullException.ThrowIfNull(address);
        Migrate(address, modules);
        return new ServiceCollection().AddSaima(address, modules, Settings(address)).BuildServiceProvider();
    }

    // Only what is named ours: other names of the environment mean other programs. The files beside the database are found from its address.
    private static IConfiguration Settings(DatabaseAddress address) => new ConfigurationBuilder().AddInMemoryCollection(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Where(pair => pair.Key is string name && name.StartsWith("SAIMA_", StringComparison.Ordinal))
            .Select(pair => KeyValuePair.Create((string)pair.Key, pair.Value as string)).Append(new("db", address.File ?? address.Connection))).Build();

    public static void Migrate(DatabaseAddress address, IReadOnlyList<SaimaModule> modules)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.File is { } file && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        using var db = new SaimaDb(address.Options().Options, modules);
        // Mostly there is nothing to do, and then nobody waits for anybody.
        if (!db.Database.GetPendingMigrations().Any())
        {
            return;
        }

        using var right = address.File is null ? null : SchemaRight.Take(Path.GetFullPath(address.File));
        if (File.Exists(address.File))
        {
            SchemaRight.ClearAbandoned(db);
        }

        db.Database.Migrate();
    }
}
