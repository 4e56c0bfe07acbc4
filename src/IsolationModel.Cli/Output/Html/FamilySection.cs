using IsolationModel.Cli.Answers;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output.Html;

/// <summary>The families side by side: what is known of each as a whole, and what it is used for.</summary>
internal static class FamilySection
{
    public static void Write(HtmlWriter html, ReportView view)
    {
        var families = view.Model.Definition.Families;
        if (families.Count == 0)
        {
            html.Element("p", "The model compares no families.");
            return;
        }

        using (html.In("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", "Families side by side")))
        using (html.In("table", ("class", "facts families")))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                html.Element("th", "attribute", ("scope", "col"));
                foreach (var family in families)
                {
                    using (html.In("th", ("scope", "col")))
                    {
                        html.Text(family.Name.English);
                        html.Element("small", family.Definition);
                    }
                }

                html.Element("th", "better", ("scope", "col"));
            }

            using (html.In("tbody"))
            {
                foreach (var attribute in EntryPage.Ordered(view.Model.Definition).Where(attribute => families.Any(family => IsKnown(family, attribute))))
                {
                    WriteAttribute(html, view, families, attribute);
                }

                WriteFits(html, view, families);
            }
        }
    }

    private static bool IsKnown(FamilyDefinition family, AttributeDefinition attribute) => family.Find(attribute.Id) is { } value && (value.Value is not UnknownInterval || value.Claim is not null);

    private static void WriteAttribute(HtmlWriter html, ReportView view, EquatableArray<FamilyDefinition> families, AttributeDefinition attribute)
    {
        using (html.In("tr"))
        {
            html.Element("th", attribute.Name.English, ("scope", "row"));
            foreach (var family in families)
            {
                TechnologySection.WriteValue(html, view, attribute.Id, family.Find(attribute.Id));
            }

            html.Element("td", Comparing.Better(attribute, [.. families.Select(family => (family.Name.English, family.Find(attribute.Id)))]) ?? string.Empty);
        }
    }

    private static void WriteFits(HtmlWriter html, ReportView view, EquatableArray<FamilyDefinition> families)
    {
        using (html.In("tr"))
        {
            html.Element("th", "Used for", ("scope", "row"));
            foreach (var family in families)
            {
                using (html.In("td"))
                using (html.In("ul"))
                {
                    foreach (var fit in family.Fits)
                    {
                        using (html.In("li"))
                        {
                            html.Text(fit.Text);
                            view.Sources.CiteShort(html, view.Model, fit.SourceIds);
                        }
                    }
                }
            }

            html.Element("td", string.Empty);
        }
    }
}
