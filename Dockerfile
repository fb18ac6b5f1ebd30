# A static calque that runs as nobody in particular:
#
#   docker build -t calque .
#   docker run --rm --network none -v "$PWD:/work:ro" calque check articles/
#
# There is no git in the image, so --changed-since does not work in it.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /calque ./cmd/calque

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /calque /usr/local/bin/calque
WORKDIR /work
USER nonroot:nonroot
ENTRYPOINT ["/usr/local/bin/calque"]
CMD ["help"]
