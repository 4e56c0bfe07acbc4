using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Compose;

/// <summary>What is a file of Compose, and what only looks like one.</summary>
public sealed class ComposeRecognitionTests
{
    [Theory]
    [InlineData("compose.yaml", "services:\n  web:\n    image: nginx\n", "web")]
    [InlineData("deploy/compose.yml", "services: { web: { build: . }, db: { image: postgres } }", "web,db")]
    [InlineData("docker-compose.gvisor.yml", "services:\n  web: { runtime: runsc }\n", "web")]
    [InlineData("compose.yaml", "services:\n  web:\n", "web")]
    [InlineData("stack.yml", "version: '3.9'\nservices:\n  web:\n    image: nginx\n    deploy: { replicas: 2 }\nnetworks: {}\n", "web")]
    [InlineData("gvisor.yaml", "x-runtime: &r { runtime: runsc }\nservices:\n  web:\n    <<: *r\n", "web")]
    [InlineData("docker-compose.json", "{ \"services\": { \"web\": { \"image\": \"nginx\" } } }", "web")]

    // The first version of the format has its services at the top; only the name tells.
    [InlineData("docker-compose.yml", "web:\n  image: nginx\n  links: [db]\ndb:\n  image: postgres\n", "web,db")]
    public void A_project_has_its_services(string path, string text, string services) =>
        Assert.Equal(services.Split(','), Read(path, text).Workloads.Select(workload => workload.Name));

    [Theory]
    [InlineData(".github/workflows/ci.yml", "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    services:\n      db: { image: postgres }\n")]
    [InlineData(".gitlab-ci.yml", "image: docker\nservices:\n  - docker:dind\nbuild:\n  script: make\n")]
    [InlineData("values.yaml", "services:\n  web:\n    image: { repository: nginx, tag: '1' }\n    ports: [80]\n")]
    [InlineData("values.yaml", "replicas: 1\nservices:\n  web: { image: nginx }\n")]
    [InlineData("playbook.yml", "- hosts: all\n  tasks:\n    - docker_compose:\n        definition:\n          services:\n            web: { image: nginx }\n")]
    [InlineData("services.yaml", "services:\n  _defaults: { autowire: true }\n  App\\:\n    resource: ../src/\n")]
    [InlineData("azure.yaml", "name: shop\nservices:\n  web: { project: ./src, language: dotnet, host: containerapp, image: shop }\n")]
    [InlineData("kong.yml", "services:\n  - name: web\n    url: http://web\n")]
    [InlineData("service.yaml", "apiVersion: v1\nkind: List\nservices:\n  web: { image: nginx }\n")]
    [InlineData("appsettings.json", "{ \"services\": { \"web\": { \"image\": \"nginx\" } } }")]
    [InlineData("stack.yml", "web:\n  image: nginx\n")]
    [InlineData("compose.yaml", "services: [web]\n")]
    public void What_has_services_of_another_sort_has_none_of_these(string path, string text)
    {
        var file = Read(path, text);

        Assert.Empty(file.Workloads);
        Assert.Empty(file.Findings);
    }

    [Fact]
    public void Words_of_Compose_in_json_do_not_make_a_broken_file_a_broken_descriptor() =>
        Assert.False(DescriptorReader.Read("tsconfig.json", "{ // services\n }", DescriptorExpectation.Found, CancellationToken.None).IsDescriptor);

    [Fact]
    public void A_service_stands_at_its_name()
    {
        const string text = "services:\n  web:\n    image: nginx\n";
        var workload = Assert.Single(Read("compose.yaml", text).Workloads);

        Assert.Equal("web", Sample.At(text, workload.Range));
        Assert.Equal("web", Sample.At(text, workload.Runtime.Range));
    }

    internal static DescriptorFile Read(string path, string text) => DescriptorReader.Read(path, text, DescriptorExpectation.Expected, CancellationToken.None);
}
