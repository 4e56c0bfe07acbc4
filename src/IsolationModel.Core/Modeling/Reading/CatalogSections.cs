namespace IsolationModel.Modeling.Reading;

/// <summary>Reads the entries of the catalogue that are not scored: mechanisms, controls, hardware and platforms.</summary>
internal static class CatalogSections
{
    public static void Read(ModelBuilder builder, ModelObject root)
    {
        foreach (var (id, entry) in builder.Mechanisms.Entries(root, "mechanisms"))
        {
            builder.Mechanisms.Add(id, ReadSimple(builder, builder.Mechanisms, id, entry, "definition", static (key, name) => new MechanismDefinition(key, name)), entry);
        }

        foreach (var (id, entry) in builder.Controls.Entries(root, "controls"))
        {
            builder.Controls.Add(id, ReadSimple(builder, builder.Controls, id, entry, "summary", static (key, name) => new ControlDefinition(key, name)), entry);
        }

        foreach (var (id, entry) in builder.Hardware.Entries(root, "hardware"))
        {
            builder.Hardware.Add(id, ReadSimple(builder, builder.Hardware, id, entry, "summary", static (key, name) => new HardwareDefinition(key, name)), entry);
        }

        foreach (var (id, entry) in builder.Platforms.Entries(root, "platforms"))
        {
            builder.Platforms.Add(id, ReadPlatform(builder, id, entry), entry);
        }
    }

    private static T? ReadSimple<T>(
        ModelBuilder builder, ModelSection<T> section, string id, ModelObject entry, string summaryKey, Func<string, LocalizedText, T> make)
        where T : CatalogEntryDefinition, IEquatable<T>
    {
        var below = entry.IsOverride ? section.Find(id) : null;
        var name = EntryReader.Name(entry, below);
        var summary = EntryReader.Summary(entry, below, summaryKey);
        var definition = EntryReader.Complete(builder, entry, make(id, name ?? new LocalizedText(id)), below, summary ?? string.Empty);
        entry.Finish();
        return name is null || summary is null ? null : definition;
    }

    private static PlatformDefinition? ReadPlatform(ModelBuilder builder, string id, ModelObject entry)
    {
        var below = entry.IsOverride ? builder.Platforms.Find(id) : null;
        var name = EntryReader.Name(entry, below);
        var summary = entry.OptionalString("summary") ?? below?.Summary ?? string.Empty;
        var technology = entry.OptionalString("defaultTechnology");
        if (technology is not null)
        {
            builder.CheckLater(entry.Part, entry.RangeOf("defaultTechnology"), new EntryReference(EntryKind.Technology, technology));
        }

        var requirements = entry.Has("require") ? ConstraintReader.ReadAll(builder, entry, "require") : below?.Requirements ?? default;
        var values = CellReader.ReadValues(builder, entry, below?.Values ?? default);
        var platform = new PlatformDefinition(id, name ?? new LocalizedText(id), technology ?? below?.DefaultTechnologyId, requirements, values);
        platform = EntryReader.Complete(builder, entry, platform, below, summary);
        entry.Finish();
        return name is null ? null : platform;
    }
}
